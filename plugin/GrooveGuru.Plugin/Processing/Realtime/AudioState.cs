using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>All that the audio path of one instance knows: numbers and addresses, no objects.</summary>
/// <remarks>
/// It lies in memory that never moves and lives as long as the object that the host holds. Those fields that another thread changes
/// are read once in a block, with <see cref="Volatile"/>.
/// </remarks>
internal unsafe struct AudioState
{
    /// <summary>The parameters' values, normalised [<see cref="ParameterIds.Count"/>].</summary>
    public double* Values;

    /// <summary>What the host was last told of each [<see cref="ParameterIds.Count"/>].</summary>
    public fixed double Sent[(int)ParameterIds.Count];

    /// <summary>A <see cref="RingMemory"/> for the bridge client; 0 while inactive.</summary>
    public nint CaptureRing;

    /// <summary>A <see cref="RingMemory"/> for the meters; 0 while inactive, and at a rate that has none.</summary>
    public nint MeterRing;

    /// <summary>A <see cref="PreviewMemory"/> that is heard in the place of the input; 0 else.</summary>
    public nint Preview;

    /// <summary>Frames since capture began; moved by the audio thread only.</summary>
    public long CapturedFrames;

    /// <summary>Frames that the meters heard, or would have heard without a bypass; moved by the audio thread only, after their block.</summary>
    public long HeardFrames;

    /// <summary>Sample rate, Hz, rounded.</summary>
    public int SampleRateHz;

    /// <summary>Calls of process that are under way: memory that such a call may know is not given back.</summary>
    public int CallsUnderWay;
}
