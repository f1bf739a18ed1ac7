using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription;

/// <summary>Reads a recording block by block as one channel, at its own rate or another.</summary>
internal static class MonoReader
{
    /// <summary>Reads all of it at another rate.</summary>
    /// <param name="source">The recording; channels are mixed to one, what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="sampleRateHz">The rate to bring it to, Hz.</param>
    /// <param name="blockFrames">Frames that are read at once.</param>
    /// <param name="take">Called with the samples in order.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The length of the recording, s.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double Read(
        IAudioSource source, int sampleRateHz, int blockFrames, Action<ReadOnlySpan<float>> take, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Resampler resampler = new(source.SampleRateHz, sampleRateHz);
        float[] resampled = new float[resampler.MaxOutput(blockFrames)];
        double seconds = Read(
            source, blockFrames, block => take(resampled.AsSpan(0, resampler.Push(block, resampled))), progress, cancellationToken);
        float[] rest = new float[resampler.MaxOutput(0) + resampled.Length];
        take(rest.AsSpan(0, resampler.Finish(rest)));
        return seconds;
    }

    /// <summary>Reads all of it at its own rate.</summary>
    /// <param name="source">The recording; channels are mixed to one, what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="blockFrames">Frames that are read at once.</param>
    /// <param name="take">Called with the samples in order.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The length of the recording, s.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double Read(
        IAudioSource source, int blockFrames, Action<ReadOnlySpan<float>> take, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        float[][] planar = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[blockFrames])];
        float[] mono = new float[blockFrames];
        long read = 0;
        while (source.Read(planar, 0, blockFrames) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> mixed = mono.AsSpan(0, count);
            mixed.Clear();
            foreach (float[] channel in planar)
            {
                FiniteSamples.Clean(channel.AsSpan(0, count));
                TensorPrimitives.Add(mixed, channel.AsSpan(0, count), mixed);
            }

            TensorPrimitives.Divide(mixed, planar.Length, mixed);
            take(mixed);
            read += count;
            if (source.FrameCount is > 0 and long all)
            {
                progress?.Report(Math.Min(1, (double)read / all));
            }
        }

        return (double)read / source.SampleRateHz;
    }
}
