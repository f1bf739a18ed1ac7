namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// One processor of a chain. <see cref="Prepare"/> allocates and is called off the audio thread; <see cref="Process"/> and
/// <see cref="Reset"/> never allocate, lock, wait or throw. How a signal is cut into blocks does not change a bit of it.
/// </summary>
public interface IProcessor
{
    /// <summary>Frames by which the output lags behind the input; known after <see cref="Prepare"/>.</summary>
    int LatencySamples { get; }

    /// <summary>Makes ready for one format; what was heard before is forgotten.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="channelCount">Channels of every block, 1 or more.</param>
    /// <param name="maxBlockFrames">The longest block that will come, frames, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive.</exception>
    void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames);

    /// <summary>Changes a block in place; does nothing before <see cref="Prepare"/>. Finite input gives no NaN.</summary>
    /// <param name="block">Planar samples with the channel count that was prepared, no longer than was prepared.</param>
    void Process(PlanarBlock block);

    /// <summary>Forgets what was heard, as if just prepared.</summary>
    void Reset();
}
