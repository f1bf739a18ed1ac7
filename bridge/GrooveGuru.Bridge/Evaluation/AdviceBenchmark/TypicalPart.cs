using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The part of a track that is most like it: its loudest stretch, where everything plays.</summary>
internal static class TypicalPart
{
    private const int ReadFrames = 65_536;

    /// <summary>Reads the loudest stretch of a file; a long file is never held in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxSeconds">Longest stretch, s; a shorter file is read whole.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnsupportedAudioException">As for <see cref="AudioFile.Open"/>.</exception>
    public static AudioBuffer Read(string path, double maxSeconds, CancellationToken cancellation)
    {
        double startSeconds;
        using (IAudioSource whole = AudioFile.Open(path))
        {
            startSeconds = LoudestStart(whole, maxSeconds, cancellation);
        }

        using PartSource part = new(AudioFile.Open(path), startSeconds, maxSeconds);
        return ReadAll(part, (int)Math.Ceiling(maxSeconds * part.SampleRateHz), cancellation);
    }

    /// <summary>The loudest stretch of audio in memory, as a copy.</summary>
    public static AudioBuffer Of(AudioBuffer audio, double maxSeconds, CancellationToken cancellation)
    {
        double startSeconds = LoudestStart(new BufferAudioSource(audio), maxSeconds, cancellation);
        using PartSource part = new(new BufferAudioSource(audio), startSeconds, maxSeconds);
        return ReadAll(part, (int)Math.Ceiling(maxSeconds * part.SampleRateHz), cancellation);
    }

    // To the second: the part of the song matters, its exact start does not.
    private static double LoudestStart(IAudioSource source, double maxSeconds, CancellationToken cancellation)
    {
        float[][] block = Room(source, source.SampleRateHz);
        List<double> power = [];
        for (int filled = 0, got; (got = source.Read(block, filled, source.SampleRateHz - filled)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            filled += got;
            if (filled == source.SampleRateHz)
            {
                power.Add(block.Sum(samples =>
                {
                    FiniteSamples.Clean(samples);
                    return (double)TensorPrimitives.SumOfSquares<float>(samples);
                }));
                filled = 0;
            }
        }

        int seconds = (int)Math.Ceiling(maxSeconds), best = 0;
        double sum = power.Take(seconds).Sum(), most = sum;
        for (int start = 1; start + seconds <= power.Count; start++)
        {
            sum += power[start + seconds - 1] - power[start - 1];
            if (sum > most * (1 + 1e-9))
            {
                (best, most) = (start, sum);
            }
        }

        return best;
    }

    private static AudioBuffer ReadAll(PartSource source, int maxFrames, CancellationToken cancellation)
    {
        float[][] samples = Room(source, maxFrames);
        int frames = 0;
        for (int got; frames < maxFrames && (got = source.Read(samples, frames, Math.Min(ReadFrames, maxFrames - frames))) > 0; frames += got)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return new AudioBuffer(Array.ConvertAll(samples, channel => channel.Length == frames ? channel : channel[..frames]), source.SampleRateHz);
    }

    private static float[][] Room(IAudioSource source, int frames) =>
        [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[frames])];
}
