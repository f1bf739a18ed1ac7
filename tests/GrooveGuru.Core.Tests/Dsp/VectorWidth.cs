namespace GrooveGuru.Core.Tests.Dsp;

/// <summary>How wide vectors may be.</summary>
public enum VectorWidth
{
    /// <summary>As wide as the processor has them.</summary>
    Any,

    /// <summary>256 bits at most.</summary>
    UpTo256,

    /// <summary>128 bits at most.</summary>
    UpTo128,

    /// <summary>No vector instructions.</summary>
    None,
}
