using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Library;

/// <summary>Names audio by its content: the same samples at the same rate have the same hash, whatever file they came from.</summary>
internal static class AudioHash
{
    private const int BlockFrames = 16384;

    /// <summary>SHA-256 over rate, channel count and all samples, hexadecimal.</summary>
    /// <param name="source">The audio; read to its end.</param>
    /// <param name="progress">0–1 where the length is known.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static string Compute(IAudioSource source, IProgress<double>? progress, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<int> header = [source.SampleRateHz, source.ChannelCount];
        hash.AppendData(MemoryMarshal.AsBytes(header));
        float[][] block = Enumerable.Range(0, source.ChannelCount).Select(_ => new float[BlockFrames]).ToArray();
        long done = 0;
        int read;
        while ((read = source.Read(block, 0, BlockFrames)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (float[] channel in block)
            {
                hash.AppendData(MemoryMarshal.AsBytes(channel.AsSpan(0, read)));
            }

            done += read;
            if (source.FrameCount is > 0 and { } total)
            {
                progress?.Report((double)done / total);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
