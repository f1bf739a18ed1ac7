namespace GrooveGuru.Bridge.Cli;

/// <summary>What the user tells about a track.</summary>
/// <param name="Name">What it is called; null for the file's name.</param>
/// <param name="Against">An earlier report on it; null where there is none.</param>
internal sealed record TrackHints(string? Name, string? Against);
