using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Arrangement;

/// <summary>A recording in the left channel and the notes that were written of it in the right, equally loud, to be compared by ear.</summary>
public static class PreviewMix
{
    private const int BlockFrames = 8192;
    private const double HighestPeak = 0.89;
    private const double MeasuringShare = 0.5;

    /// <summary>Writes the mix, as long as the recording; memory does not grow with its length.</summary>
    /// <param name="openRecording">Opens the recording; its channels are mixed to one, and its level is kept.</param>
    /// <param name="openNotes">Opens the notes, at the same sample rate.</param>
    /// <param name="notesStartSeconds">When the notes' audio begins, s after the recording's beginning; what lies before that is left out.</param>
    /// <param name="path">The file: WAV of 16 bits.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it; no file is left.</param>
    /// <exception cref="ArgumentException">The sample rates differ.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        Func<IAudioSource> openRecording,
        Func<IAudioSource> openNotes,
        double notesStartSeconds,
        string path,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(openRecording);
        ArgumentNullException.ThrowIfNull(openNotes);
        float gain = Gain(openRecording, openNotes, notesStartSeconds, PartProgress.Of(progress, 0, MeasuringShare), cancellationToken);
        using IAudioSource recording = openRecording();
        using WavWriter writer = new(path, recording.SampleRateHz, 2, WavFormat.Pcm16);
        Pass(recording, openNotes, notesStartSeconds, PartProgress.Of(progress, MeasuringShare, 1), Take, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        writer.Commit();

        void Take(float[] left, float[] right, int count)
        {
            TensorPrimitives.Multiply(right.AsSpan(0, count), gain, right.AsSpan(0, count));
            writer.Write([left, right], 0, count);
        }
    }

    private static float Gain(
        Func<IAudioSource> openRecording, Func<IAudioSource> openNotes, double startSeconds, PartProgress? progress, CancellationToken cancellationToken)
    {
        using IAudioSource recording = openRecording();
        LoudnessMeter left = new(recording.SampleRateHz, 1), right = new(recording.SampleRateHz, 1);
        float leftPeak = 0, rightPeak = 0;
        Pass(recording, openNotes, startSeconds, progress, Take, cancellationToken);
        if (rightPeak == 0)
        {
            return 0;
        }

        // What is too short for a loudness is made as high as the recording.
        double wanted = left.IntegratedLufs is { } heard && right.IntegratedLufs is { } played
            ? Math.Pow(10, (heard - played) / 20)
            : leftPeak / rightPeak;
        return (float)Math.Min(wanted, HighestPeak / rightPeak);

        void Take(float[] leftBlock, float[] rightBlock, int count)
        {
            left.Process([leftBlock], 0, count);
            right.Process([rightBlock], 0, count);
            leftPeak = Math.Max(leftPeak, Peak(leftBlock.AsSpan(0, count)));
            rightPeak = Math.Max(rightPeak, Peak(rightBlock.AsSpan(0, count)));
        }
    }

    private static float Peak(ReadOnlySpan<float> samples) => Math.Abs(TensorPrimitives.MaxMagnitude(samples));

    private static void Pass(
        IAudioSource recording,
        Func<IAudioSource> openNotes,
        double startSeconds,
        PartProgress? progress,
        Action<float[], float[], int> take,
        CancellationToken cancellationToken)
    {
        using IAudioSource notes = openNotes();
        if (notes.SampleRateHz != recording.SampleRateHz)
        {
            throw new ArgumentException("Recording and notes have one sample rate.", nameof(openNotes));
        }

        float[][] planar = Blocks(recording.ChannelCount), played = Blocks(notes.ChannelCount);
        float[] left = new float[BlockFrames], right = new float[BlockFrames];
        long until = (long)Math.Round(startSeconds * recording.SampleRateHz), done = 0;
        for (long skip = -until; skip > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int dropped = notes.Read(played, 0, (int)Math.Min(BlockFrames, skip));
            skip = dropped == 0 ? 0 : skip - dropped;
        }

        while (recording.Read(planar, 0, BlockFrames) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Mix(planar, left.AsSpan(0, count));
            right.AsSpan(0, count).Clear();
            int from = (int)Math.Clamp(until - done, 0, count);
            Fill(notes, played, right, from, count);
            take(left, right, count);
            done += count;
            if (recording.FrameCount is > 0 and long all)
            {
                progress?.Report(Math.Min(1, (double)done / all));
            }
        }
    }

    private static void Fill(IAudioSource notes, float[][] played, float[] right, int from, int to)
    {
        while (from < to && notes.Read(played, 0, to - from) is > 0 and int count)
        {
            Mix(played, right.AsSpan(from, count));
            from += count;
        }
    }

    private static float[][] Blocks(int channelCount) => [.. Enumerable.Range(0, channelCount).Select(_ => new float[BlockFrames])];

    private static void Mix(float[][] planar, Span<float> mono)
    {
        mono.Clear();
        foreach (float[] channel in planar)
        {
            Span<float> samples = channel.AsSpan(0, mono.Length);
            FiniteSamples.Clean(samples);
            TensorPrimitives.Add(mono, samples, mono);
        }

        TensorPrimitives.Divide(mono, planar.Length, mono);
    }
}
