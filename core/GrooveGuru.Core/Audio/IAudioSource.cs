namespace GrooveGuru.Core.Audio;

/// <summary>Audio read from front to back in blocks, as planar 32-bit float samples.</summary>
public interface IAudioSource : IDisposable
{
    /// <summary>Sample rate in Hz.</summary>
    int SampleRateHz { get; }

    /// <summary>Channels, 1 or more.</summary>
    int ChannelCount { get; }

    /// <summary>Frames in all, as far as is known before reading; null where it is not.</summary>
    long? FrameCount { get; }

    /// <summary>What is wrong with the audio although it can be read (a truncated file), one sentence; null where nothing is.</summary>
    string? Warning { get; }

    /// <summary>Reads the next frames.</summary>
    /// <param name="planar">Destination [channel][frame]; at least <see cref="ChannelCount"/> arrays.</param>
    /// <param name="offsetFrames">First frame to write in each array.</param>
    /// <param name="frameCount">Frames wanted.</param>
    /// <returns>Frames read; 0 at the end and only there (or when none are wanted).</returns>
    int Read(float[][] planar, int offsetFrames, int frameCount);
}
