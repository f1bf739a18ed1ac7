namespace GrooveGuru.Plugin.Editor;

/// <summary>What the meters of one instance show now; they work without a bridge.</summary>
/// <param name="ChannelCount">Channels that are measured: 0 before the first block, 1 or 2 after.</param>
/// <param name="PeakDbfs">Sample peak of each channel with a falling hold, dBFS; negative infinity for silence.</param>
/// <param name="RmsDbfs">RMS of each channel over about 300 ms, dBFS.</param>
/// <param name="TruePeakDbtp">Highest true peak since the reset, dBTP.</param>
/// <param name="MomentaryLufs">Loudness of the last 400 ms, LUFS.</param>
/// <param name="ShortTermLufs">Loudness of the last 3 s, LUFS.</param>
/// <param name="IntegratedLufs">Gated loudness since the reset, LUFS.</param>
/// <param name="Correlation">Of the two channels over about 300 ms, -1 to 1; NaN for one channel and for silence.</param>
/// <param name="SpectrumDb">Level of each third octave from 25 Hz to 20 kHz (30 bands), smoothed, dBFS; empty before the first.</param>
/// <param name="HasNonFinite">Whether NaN or infinity came in since the reset.</param>
internal sealed record MeterReading(
    int ChannelCount,
    IReadOnlyList<double> PeakDbfs,
    IReadOnlyList<double> RmsDbfs,
    double TruePeakDbtp,
    double MomentaryLufs,
    double ShortTermLufs,
    double IntegratedLufs,
    double Correlation,
    IReadOnlyList<double> SpectrumDb,
    bool HasNonFinite)
{
    /// <summary>Before anything was heard.</summary>
    public static MeterReading None { get; } = new(
        0, [], [], double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NaN, [], false);
}
