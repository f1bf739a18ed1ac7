namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Makes strokes of a recording into drums that were hit.</summary>
internal static class DrumKit
{
    private const float LeastProbability = 0.5f;

    /// <summary>Reads strokes.</summary>
    /// <param name="strokes">All that may be strokes, by time.</param>
    /// <returns>What was hit, by time.</returns>
    public static IReadOnlyList<DrumHit> Read(IReadOnlyList<Stroke> strokes)
    {
        List<DrumHit> hits = [];
        foreach (DrumKind kind in Enum.GetValues<DrumKind>())
        {
            Stroke[] own = [.. strokes.Where(stroke => Has(stroke, kind))];
            int[] velocities = StrokeVelocities.Of(kind, own);
            int[] toms = kind == DrumKind.Tom ? TomPitches.Keys(own) : [];
            hits.AddRange(own.Select((stroke, at) => new DrumHit(
                stroke.KindSeconds[(int)kind],
                kind == DrumKind.Tom ? toms[at] : DrumKeys.KeyOf(kind),
                velocities[at],
                stroke.Probabilities[(int)kind])));
        }

        return [.. hits.OrderBy(hit => hit.Seconds).ThenBy(hit => hit.Key)];
    }

    private static bool Has(Stroke stroke, DrumKind kind)
    {
        float own = stroke.Probabilities[(int)kind];
        return own >= LeastProbability && kind switch
        {
            // One pair of hats is open or closed.
            DrumKind.ClosedHat => own >= stroke.Probabilities[(int)DrumKind.OpenHat],
            DrumKind.OpenHat => own > stroke.Probabilities[(int)DrumKind.ClosedHat],
            _ => true,
        };
    }
}
