namespace GrooveGuru.Core.Rhythm;

/// <summary>What speaks for and against a pulse: its tempo, how it repeats, and what happens on, between and beside its beats.</summary>
internal sealed class PulseFeatures
{
    /// <summary>Numbers for each hypothesis.</summary>
    public const int Count = 45;

    private const double CentreBpm = 108;
    private const int All = 0, Low = 1, Mid = 2, High = 3, Pitch = 4, LowPitch = 5;

    private readonly RhythmSignals _signals;
    private readonly PulseProfile _profile;
    private readonly double _period;
    private readonly double _gathered;

    /// <summary>Of a tracked pulse.</summary>
    /// <param name="signals">The piece.</param>
    /// <param name="frames">Frames of the beats, ascending, four or more.</param>
    /// <param name="gathered">What the tracker's path gathered.</param>
    public PulseFeatures(RhythmSignals signals, int[] frames, double gathered)
    {
        _signals = signals;
        _profile = new PulseProfile(signals, frames);
        _period = (frames[^1] - frames[0]) / (double)(frames.Length - 1);
        _gathered = gathered / frames.Length / 3;
    }

    /// <summary>Mean tempo, BPM.</summary>
    public double Bpm => NoveltyRate.FrameRateHz * 60 / _period;

    /// <summary>The numbers, for beats moved by a number of twelfths.</summary>
    public float[] Of(int shift)
    {
        double octaves = Math.Log2(Bpm / CentreBpm);
        double seconds = _signals.FrameCount / NoveltyRate.FrameRateHz;
        double onsetsPerBeat = Math.Log2(Math.Max(0.1, _signals.OnsetsSeconds.Count / (seconds * Bpm / 60)));
        double[] features =
        [
            1,
            octaves, octaves * octaves, Math.Max(0, octaves - 0.6), Math.Max(0, -0.6 - octaves),
            PulseCandidates.Comb(_signals.Correlation, _period),
            Repeats(1), Repeats(2), Repeats(0.5), Repeats(3), Repeats(1.5),
            onsetsPerBeat, onsetsPerBeat * onsetsPerBeat,
            Log(All, shift), Log(All, shift + 6), Thirds(All, shift), Quarters(All, shift),
            Log(Low, shift), Log(Low, shift + 6),
            Log(Mid, shift), Log(Mid, shift + 6),
            Log(High, shift), Log(High, shift + 6),
            Log(Pitch, shift), Log(Pitch, shift + 6),
            Log(LowPitch, shift), Log(LowPitch, shift + 6),
            Alternates(Low, shift), Alternates(Mid, shift), Alternates(LowPitch, shift), Alternates(All, shift),
            LowRepeats(1), LowRepeats(2), LowRepeats(4),
            shift == 0 ? 0 : 1,
            _gathered,
            // Kick and snare in turn.
            -_profile.Alternation(Low, shift) * _profile.Alternation(Mid, shift),
            Repeats(4),
            Repeats(2.0 / 3) - Repeats(0.5),
            _profile.StrongShare(shift),
            Quarters(Low, shift), Quarters(LowPitch, shift),
            Math.Max(0, Repeats(2) - Repeats(1)), Math.Max(0, Repeats(3) - Repeats(1)),
            _signals.Percussiveness,
        ];
        return [.. features.Select(feature => (float)feature)];
    }

    private double Repeats(double periods) => PulseCandidates.At(_signals.Correlation, periods * _period);

    private double LowRepeats(double periods) => PulseCandidates.At(_signals.LowCorrelation, periods * _period);

    private double Log(int signal, int part) => Math.Log(0.15 + _profile.Mean(signal, part));

    private double Thirds(int signal, int shift) => 0.5 * (Log(signal, shift + 4) + Log(signal, shift + 8));

    private double Quarters(int signal, int shift) => 0.5 * (Log(signal, shift + 3) + Log(signal, shift + 9));

    private double Alternates(int signal, int shift) => Math.Abs(_profile.Alternation(signal, shift));
}
