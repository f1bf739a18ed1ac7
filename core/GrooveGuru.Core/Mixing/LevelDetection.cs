namespace GrooveGuru.Core.Mixing;

/// <summary>What a compressor or expander takes for the level.</summary>
public enum LevelDetection
{
    /// <summary>The magnitude of the samples.</summary>
    Peak,

    /// <summary>The root of the mean square over 10 ms; a full-scale sine reads −3 dBFS.</summary>
    Rms,
}
