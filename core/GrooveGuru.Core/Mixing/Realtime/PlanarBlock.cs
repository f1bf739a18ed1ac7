using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Some frames of planar audio: the same stretch of every channel's array. Nothing is copied.</summary>
[RealtimeSafe]
public readonly ref struct PlanarBlock
{
    private readonly ReadOnlySpan<float[]> _channels;
    private readonly int _startFrame;

    /// <summary>A stretch of the given channels.</summary>
    /// <param name="channels">Samples [channel][frame]; each array holds the stretch.</param>
    /// <param name="startFrame">First frame of the stretch.</param>
    /// <param name="frameCount">Its length, frames.</param>
    public PlanarBlock(ReadOnlySpan<float[]> channels, int startFrame, int frameCount)
    {
        _channels = channels;
        _startFrame = startFrame;
        FrameCount = frameCount;
    }

    /// <summary>Number of channels.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>Frames in the block.</summary>
    public int FrameCount { get; }

    /// <summary>The samples of one channel [frames], linear; writable.</summary>
    public Span<float> Channel(int channel) => _channels[channel].AsSpan(_startFrame, FrameCount);
}
