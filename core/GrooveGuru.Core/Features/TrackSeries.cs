namespace GrooveGuru.Core.Features;

/// <summary>What changes over time, for plots: series at fixed steps.</summary>
public sealed record TrackSeries
{
    /// <summary>Nothing was heard.</summary>
    public static TrackSeries Empty { get; } = new();

    /// <summary>Loudness of the last 400 ms, LUFS, every 100 ms from 400 ms on; −infinity is given as −100.</summary>
    public IReadOnlyList<float> MomentaryLufs { get; init; } = [];

    /// <summary>Loudness of the last 3 s, LUFS, every 100 ms from 3 s on; −infinity is given as −100.</summary>
    public IReadOnlyList<float> ShortTermLufs { get; init; } = [];

    /// <summary>Weights of the pitch classes from C [frames × 12], sum 1 in a frame that sounds, else 0.</summary>
    public IReadOnlyList<float> Chroma { get; init; } = [];

    /// <summary>Seconds from one chroma frame to the next; 0 where there is none.</summary>
    public double ChromaHopSeconds { get; init; }

    /// <summary>Lowest and highest sample of the mono mix [steps × 2], linear.</summary>
    public IReadOnlyList<float> WaveformExtremes { get; init; } = [];

    /// <summary>Seconds from one step of <see cref="WaveformExtremes"/> to the next; 0 where there is none.</summary>
    public double WaveformHopSeconds { get; init; }
}
