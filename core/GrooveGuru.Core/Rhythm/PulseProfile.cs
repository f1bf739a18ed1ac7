namespace GrooveGuru.Core.Rhythm;

/// <summary>What happens in each twelfth of a beat, as a mean over all beats of a tracked pulse.</summary>
internal sealed class PulseProfile
{
    /// <summary>Parts of a beat: divides by 2, 3, 4 and 6.</summary>
    public const int Parts = 12;

    private const double StrongCrest = 1.5;

    private readonly double[,,] _sums;
    private readonly double[] _strong = new double[Parts];
    private readonly int[] _counts = new int[2];

    /// <summary>Folds the signals over the beats.</summary>
    /// <param name="signals">The piece.</param>
    /// <param name="frames">Frames of the beats, ascending, two or more.</param>
    public PulseProfile(RhythmSignals signals, int[] frames)
    {
        int signalCount = signals.Crests.Length;
        _sums = new double[2, signalCount, Parts];
        for (int beat = 0; beat + 1 < frames.Length; beat++)
        {
            _counts[beat & 1]++;
            for (int part = 0; part < Parts; part++)
            {
                int at = (int)Math.Round(frames[beat] + ((frames[beat + 1] - frames[beat]) * part / (double)Parts));
                for (int signal = 0; signal < signalCount; signal++)
                {
                    _sums[beat & 1, signal, part] += signals.Crests[signal][at] / signals.MeanCrests[signal];
                }

                _strong[part] += signals.Crests[0][at] > StrongCrest * signals.MeanCrests[0] ? 1 : 0;
            }
        }
    }

    private int Count => _counts[0] + _counts[1];

    /// <summary>Mean of a signal in a part of the beat, over its mean over all time.</summary>
    public double Mean(int signal, int part) =>
        (_sums[0, signal, part % Parts] + _sums[1, signal, part % Parts]) / Count;

    /// <summary>Share of the beats with a strong onset in a part, 0–1.</summary>
    public double StrongShare(int part) => _strong[part % Parts] / Count;

    /// <summary>How far even beats outweigh odd ones in a part, about -1…1.</summary>
    public double Alternation(int signal, int part)
    {
        double even = _sums[0, signal, part % Parts] / Math.Max(1, _counts[0]);
        double odd = _sums[1, signal, part % Parts] / Math.Max(1, _counts[1]);
        return (even - odd) / (0.3 + even + odd);
    }
}
