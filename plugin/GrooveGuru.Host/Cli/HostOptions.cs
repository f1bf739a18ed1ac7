using GrooveGuru.Host.Playback;

namespace GrooveGuru.Host.Cli;

/// <summary>What a command line asks for.</summary>
internal sealed record HostOptions
{
    public required string Bundle { get; init; }

    public required string Input { get; init; }

    public required PlaybackOptions Playback { get; init; }

    public required string TrackName { get; init; }

    public bool IsOffline { get; init; }

    public bool TailUntilStdinCloses { get; init; }

    public string? StateIn { get; init; }

    public string? StateOut { get; init; }

    public string? Json { get; init; }

    public bool ShowProgress { get; init; }
}
