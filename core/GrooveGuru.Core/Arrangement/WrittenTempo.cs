namespace GrooveGuru.Core.Arrangement;

/// <summary>The tempo and meter of a file.</summary>
/// <param name="Map">The tempo.</param>
/// <param name="Remark">What the user should know of it, a sentence; null for nothing.</param>
public sealed record WrittenTempo(TempoMap Map, string? Remark);
