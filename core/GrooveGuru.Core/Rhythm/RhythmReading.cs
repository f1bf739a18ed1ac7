namespace GrooveGuru.Core.Rhythm;

/// <summary>What is heard of the rhythm of a piece.</summary>
/// <param name="OnsetsSeconds">Onsets, s, ascending.</param>
/// <param name="Tempo">Tempo with its other readings; <see cref="TempoEstimate.None"/> where there is no pulse.</param>
/// <param name="BeatsSeconds">Beats, s, ascending; empty where there is no pulse.</param>
/// <param name="DownbeatsSeconds">The beats that begin a bar; empty where there is no pulse or too few beats.</param>
/// <param name="Meter">Beats in a bar; null where there is no pulse or too few beats.</param>
internal sealed record RhythmReading(
    IReadOnlyList<double> OnsetsSeconds,
    TempoEstimate Tempo,
    IReadOnlyList<double> BeatsSeconds,
    IReadOnlyList<double> DownbeatsSeconds,
    MeterEstimate? Meter)
{
    private const double SameTempoShare = 0.04;
    private const double LeastConfidence = 0.005;

    // Where no reading is nearly as likely as all else together, saying one would be guessing: calls of animals and wind end up here.
    private const double LeastWinner = 0.45;

    // Other readings that are always listed, be they ever so unlikely.
    private static readonly double[] UsualRatios = [2, 0.5, 2.0 / 3, 0.75, 4.0 / 3, 1.5, 1.25];

    /// <summary>Reads a piece.</summary>
    public static RhythmReading Of(RhythmSignals signals)
    {
        IReadOnlyList<PulseHypothesis> hypotheses = PulseHypothesis.All(signals);
        (double[] probabilities, double none) = PulseModel.Probabilities(hypotheses);
        TempoEstimate tempo = TempoOf(hypotheses, probabilities, none);
        if (tempo.Bpm == 0)
        {
            return new RhythmReading(signals.OnsetsSeconds, tempo, [], [], null);
        }

        PulseHypothesis pulse = Enumerable.Range(0, hypotheses.Count)
            .Where(i => hypotheses[i].Bpm == tempo.Bpm)
            .MaxBy(i => probabilities[i]) is int best ? hypotheses[best] : hypotheses[0];
        (double start, double end) = MusicExtent.Of(signals.LevelDb);
        double[] beats = [.. pulse.BeatsSeconds.Where(beat => beat >= Math.Max(0, start) && beat <= end)];
        (MeterEstimate? meter, double[] downbeats) = MeterOf(MeterHypothesis.All(signals, pulse, beats), beats);
        return new RhythmReading(signals.OnsetsSeconds, tempo, beats, downbeats, meter);
    }

    private static TempoEstimate TempoOf(IReadOnlyList<PulseHypothesis> hypotheses, double[] probabilities, double none)
    {
        // One tempo may be read with several phases; near tempos count as one.
        List<TempoCandidate> tempos = [.. Enumerable.Range(0, hypotheses.Count)
            .GroupBy(i => hypotheses[i].Bpm)
            .Select(group => new TempoCandidate(group.Key, group.Sum(i => probabilities[i])))
            .OrderByDescending(candidate => candidate.Confidence)];
        var distinct = new List<TempoCandidate>();
        foreach (TempoCandidate tempo in tempos)
        {
            int same = distinct.FindIndex(other => IsSame(tempo.Bpm, other.Bpm));
            if (same < 0)
            {
                distinct.Add(tempo);
            }
            else
            {
                distinct[same] = distinct[same] with { Confidence = distinct[same].Confidence + tempo.Confidence };
            }
        }

        if (distinct.Count == 0 || none > 0.5 || distinct[0].Confidence < LeastWinner)
        {
            return TempoEstimate.None;
        }

        return new TempoEstimate(
            distinct[0].Bpm,
            distinct[0].Confidence,
            Alternatives(distinct));
    }

    private static IReadOnlyList<TempoCandidate> Alternatives(List<TempoCandidate> distinct)
    {
        double bpm = distinct[0].Bpm;
        List<TempoCandidate> usual = [.. UsualRatios.Select(ratio =>
            distinct.Find(other => IsSame(other.Bpm, ratio * bpm)) ?? new TempoCandidate(ratio * bpm, 0)).Distinct()];
        IEnumerable<TempoCandidate> others = distinct.Skip(1).Where(other => other.Confidence >= LeastConfidence && !usual.Contains(other));
        return [.. usual.Concat(others).OrderByDescending(other => other.Confidence)];
    }

    private static bool IsSame(double bpm, double otherBpm) => Math.Abs((bpm / otherBpm) - 1) < SameTempoShare;

    private static (MeterEstimate? Meter, double[] Downbeats) MeterOf(IReadOnlyList<MeterHypothesis> hypotheses, double[] beats)
    {
        if (hypotheses.Count == 0)
        {
            return (null, []);
        }

        double[] probabilities = MeterModel.Probabilities(hypotheses);
        IGrouping<int, int> meter = Enumerable.Range(0, hypotheses.Count)
            .GroupBy(i => hypotheses[i].BeatsPerBar)
            .MaxBy(group => group.Sum(i => probabilities[i]))!;
        int first = hypotheses[meter.MaxBy(i => probabilities[i])].First;
        return (
            new MeterEstimate(meter.Key, Math.Min(1, meter.Sum(i => probabilities[i]))),
            [.. beats.Where((_, index) => index % meter.Key == first)]);
    }
}
