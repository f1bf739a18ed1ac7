using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Reads a recording as one channel, block by block.</summary>
internal static class MonoSamples
{
    private const int BlockFrames = 16384;

    /// <summary>Reads to the end.</summary>
    /// <param name="source">The recording; what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="take">Called for each block; the memory is used again.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Read(IAudioSource source, Action<ReadOnlyMemory<float>> take, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        float[][] planar = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[BlockFrames])];
        float[] mono = new float[BlockFrames];
        long read = 0;
        while (source.Read(planar, 0, BlockFrames) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> block = mono.AsSpan(0, count);
            block.Clear();
            foreach (float[] channel in planar)
            {
                FiniteSamples.Clean(channel.AsSpan(0, count));
                TensorPrimitives.Add(block, channel.AsSpan(0, count), block);
            }

            TensorPrimitives.Divide(block, planar.Length, block);
            take(mono.AsMemory(0, count));
            read += count;
            if (source.FrameCount is > 0 and long all)
            {
                progress?.Report(Math.Min(1, (double)read / all));
            }
        }
    }
}
