namespace GrooveGuru.Bridge.Jobs;

/// <summary>Where audio that a plugin captured lies in its project.</summary>
/// <param name="StartSeconds">Project time of the first sample, s.</param>
/// <param name="TempoBpm">The host's tempo, BPM.</param>
/// <param name="MeterNumerator">Beats in a bar of the host's meter.</param>
/// <param name="MeterDenominator">Kind of note that is the beat of the host's meter: 4, 8 and so on.</param>
internal sealed record ProjectTime(double StartSeconds, double TempoBpm, int MeterNumerator, int MeterDenominator = 4);
