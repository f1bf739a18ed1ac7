using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Mixing;

/// <summary>Runs audio through a chain offline, with the same processors that run in real time.</summary>
public static class ChainRenderer
{
    private const int BlockFrames = 4096;

    /// <summary>The audio after the chain, as long as before and in time with it: the chain's latency is taken out.</summary>
    /// <param name="audio">Planar audio; not changed. What is no sample (see <see cref="FiniteSamples"/>) is taken as silence.</param>
    /// <param name="chain">The processors in signal order; none gives a copy.</param>
    /// <param name="cancellationToken">Ends the work between two blocks.</param>
    /// <exception cref="ArgumentException">There is no processor for an entry of the chain.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AudioBuffer Render(
        AudioBuffer audio, IReadOnlyList<ProcessorSettings> chain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(chain);
        IProcessor[] processors = [.. chain.Select(ProcessorFactory.Create)];
        foreach (IProcessor processor in processors)
        {
            processor.Prepare(audio.SampleRateHz, audio.ChannelCount, BlockFrames);
        }

        int latencyFrames = processors.Sum(processor => processor.LatencySamples);
        int totalFrames = audio.FrameCount + latencyFrames;
        float[][] channels = [.. audio.Channels.Select(samples => FiniteCopy(samples, totalFrames))];
        for (int start = 0; start < totalFrames; start += BlockFrames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = new PlanarBlock(channels, start, Math.Min(BlockFrames, totalFrames - start));
            foreach (IProcessor processor in processors)
            {
                processor.Process(block);
            }
        }

        return new AudioBuffer(
            latencyFrames == 0 ? channels : Array.ConvertAll(channels, samples => samples[latencyFrames..]), audio.SampleRateHz);
    }

    private static float[] FiniteCopy(float[] samples, int length)
    {
        var copy = new float[length];
        samples.CopyTo(copy, 0);
        FiniteSamples.Clean(copy);
        return copy;
    }
}
