namespace GrooveGuru.Host.Playback;

/// <summary>How a file is played through a plugin.</summary>
public sealed record PlaybackOptions
{
    /// <summary>Block length, frames.</summary>
    public int BlockFrames { get; init; } = 512;

    /// <summary>How many times real time; 0 is as fast as possible.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Tempo of the transport, BPM.</summary>
    public double TempoBpm { get; init; } = 120;

    /// <summary>3 in 3/4.</summary>
    public int MeterNumerator { get; init; } = 4;

    /// <summary>4 in 3/4.</summary>
    public int MeterDenominator { get; init; } = 4;
}
