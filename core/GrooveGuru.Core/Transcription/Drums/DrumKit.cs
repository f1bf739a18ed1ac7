namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Makes strokes of a recording into drums that were hit.</summary>
internal static class DrumKit
{
    private const float LeastProbability = 0.5f;

    // A bright snare or kick sounds as if a hat were under it.
    private const float LeastOfHat = 0.6f;

    // Clicks and echoes sound like strokes but lie further below them than any ghost note.
    private const float ClearProbability = 0.85f;
    private const int LeastClear = 3;
    private const double SoftestDb = 25;

    // No hand or foot strikes twice within this time; a flam is two hands, but one note of a kit.
    private const double LeastApartSeconds = 0.035;

    /// <summary>Reads strokes.</summary>
    /// <param name="strokes">All that may be strokes, by time.</param>
    /// <returns>What was hit, by time.</returns>
    public static IReadOnlyList<DrumHit> Read(IReadOnlyList<Stroke> strokes)
    {
        List<DrumHit> hits = [];
        foreach (DrumKind kind in Enum.GetValues<DrumKind>())
        {
            Stroke[] own = Audible(kind, [.. strokes.Where(stroke => Has(stroke, kind))]);
            int[] velocities = StrokeVelocities.Of(kind, own);
            int[] toms = kind == DrumKind.Tom ? TomPitches.Keys(own) : [];
            hits.AddRange(own.Select((stroke, at) => new DrumHit(
                stroke.KindSeconds[(int)kind],
                kind == DrumKind.Tom ? toms[at] : DrumKeys.KeyOf(kind),
                velocities[at],
                stroke.Probabilities[(int)kind])));
        }

        return [.. hits.GroupBy(hit => hit.Key).SelectMany(Apart).OrderBy(hit => hit.Seconds).ThenBy(hit => hit.Key)];
    }

    // Of hits of one key that are too close, the likeliest stays.
    private static List<DrumHit> Apart(IEnumerable<DrumHit> hits)
    {
        List<DrumHit> apart = [];
        foreach (DrumHit hit in hits.OrderBy(hit => hit.Seconds))
        {
            if (apart.Count == 0 || hit.Seconds - apart[^1].Seconds >= LeastApartSeconds)
            {
                apart.Add(hit);
            }
            else if (hit.Probability > apart[^1].Probability)
            {
                apart[^1] = hit;
            }
        }

        return apart;
    }

    private static Stroke[] Audible(DrumKind kind, Stroke[] strokes)
    {
        double[] levelsDb = StrokeVelocities.LevelsDb(kind, strokes);
        double[] clear = [.. levelsDb.Where((_, at) => strokes[at].Probabilities[(int)kind] >= ClearProbability).Order()];
        return clear.Length < LeastClear ? strokes : [.. strokes.Where((_, at) => levelsDb[at] >= clear[clear.Length / 2] - SoftestDb)];
    }

    private static bool Has(Stroke stroke, DrumKind kind)
    {
        float own = stroke.Probabilities[(int)kind];
        return own >= (kind is DrumKind.ClosedHat or DrumKind.OpenHat ? LeastOfHat : LeastProbability) && kind switch
        {
            // One pair of hats is open or closed.
            DrumKind.ClosedHat => own >= stroke.Probabilities[(int)DrumKind.OpenHat],
            DrumKind.OpenHat => own > stroke.Probabilities[(int)DrumKind.ClosedHat],
            _ => true,
        };
    }
}
