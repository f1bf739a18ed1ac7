namespace GrooveGuru.Plugin.State;

/// <summary>How the user wants the window in one project.</summary>
/// <param name="IsCompact">Meter strip and the most important advice only.</param>
/// <param name="WidthPoints">Width of the full view, points.</param>
/// <param name="HeightPoints">Height of the full view, points.</param>
/// <param name="Tab">The tab in front.</param>
internal sealed record WindowChoice(bool IsCompact, ushort WidthPoints, ushort HeightPoints, string Tab);
