namespace GrooveGuru.Bridge.Jobs;

/// <summary>Where audio that a plugin captured lies in its project.</summary>
/// <param name="StartSeconds">Project time of the first sample, s.</param>
/// <param name="TempoBpm">The host's tempo, BPM.</param>
/// <param name="MeterNumerator">Beats in a bar of the host's meter.</param>
internal sealed record ProjectTime(double StartSeconds, double TempoBpm, int MeterNumerator);
