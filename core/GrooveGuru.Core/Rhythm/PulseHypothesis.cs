namespace GrooveGuru.Core.Rhythm;

/// <summary>One reading of the pulse: a tempo, and where in its period the beats lie.</summary>
/// <param name="Bpm">Mean tempo of the tracked beats, BPM.</param>
/// <param name="BeatsSeconds">Beats, s, ascending.</param>
/// <param name="LatenessSeconds">How far novelty peaks after the beats as they are given, s.</param>
/// <param name="Features">What <see cref="PulseModel"/> weighs [<see cref="PulseFeatures.Count"/>].</param>
internal sealed record PulseHypothesis(double Bpm, double[] BeatsSeconds, double LatenessSeconds, float[] Features)
{
    // Beats off by half a beat, by thirds and by quarters, in twelfths; the tracked beats themselves first.
    private static readonly int[] Shifts = [0, 6, 4, 8, 3, 9];

    private const int MinBeats = 4;

    /// <summary>All readings of a piece.</summary>
    /// <returns>Empty where nothing repeats or the piece is shorter than four beats.</returns>
    public static IReadOnlyList<PulseHypothesis> All(RhythmSignals signals)
    {
        var all = new List<PulseHypothesis>();
        var tracker = new PulseTracker();
        foreach (double bpm in PulseCandidates.Find(signals.Correlation))
        {
            double period = PulseCandidates.PeriodFrames(bpm);
            if (signals.FrameCount < MinBeats * period)
            {
                continue;
            }

            (int[] frames, double gathered) = tracker.Track(signals.Strength, period);
            if (frames.Length >= MinBeats)
            {
                AddShifts(signals, frames, gathered, all);
            }
        }

        return all;
    }

    private static void AddShifts(RhythmSignals signals, int[] frames, double gathered, List<PulseHypothesis> all)
    {
        var features = new PulseFeatures(signals, frames, gathered);
        double lateness = PulseLateness.Seconds(signals.Combined, frames);
        foreach (int shift in Shifts)
        {
            var beats = new double[frames.Length];
            for (int beat = 0; beat < beats.Length; beat++)
            {
                int gap = beat + 1 < beats.Length ? frames[beat + 1] - frames[beat] : frames[beat] - frames[beat - 1];
                double frame = frames[beat] + ((double)shift / PulseProfile.Parts * gap);
                beats[beat] = (frame / NoveltyRate.FrameRateHz) - lateness;
            }

            all.Add(new PulseHypothesis(features.Bpm, beats, lateness, features.Of(shift)));
        }
    }
}
