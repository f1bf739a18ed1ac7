using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Features;

/// <content>From the first sample to the last in one call.</content>
public sealed partial class TrackAnalyzer
{
    private const int ReadFrames = 16 * BlockFrames;

    /// <summary>Measures audio in memory on one thread.</summary>
    /// <param name="buffer">The audio; may have no frames.</param>
    /// <param name="scope">What is measured.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        AudioBuffer buffer, AnalysisScope scope = AnalysisScope.All, CancellationToken cancellationToken = default) =>
        Analyze(buffer, scope, 1, cancellationToken);

    /// <summary>Measures audio in memory.</summary>
    /// <param name="buffer">The audio; may have no frames.</param>
    /// <param name="scope">What is measured.</param>
    /// <param name="threadCount">Threads, 1 or more; they do not change the result.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        AudioBuffer buffer, AnalysisScope scope, int threadCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var analyzer = new TrackAnalyzer(buffer.SampleRateHz, buffer.ChannelCount, scope, threadCount);
        for (int frame = 0; frame < buffer.FrameCount; frame += BlockFrames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            analyzer.Push(buffer.Channels, frame, Math.Min(BlockFrames, buffer.FrameCount - frame));
        }

        return analyzer.Finish();
    }

    /// <summary>Measures a source to its end on one thread.</summary>
    /// <param name="source">The audio; read from where it is, not disposed.</param>
    /// <param name="progress">Hears the share that is done, 0–1, where the length is known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        IAudioSource source, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Analyze(source, progress, 1, cancellationToken);

    /// <summary>Measures a source to its end.</summary>
    /// <param name="source">The audio; read from where it is, not disposed.</param>
    /// <param name="progress">Hears the share that is done, 0–1, where the length is known.</param>
    /// <param name="threadCount">Threads, 1 or more; they do not change the result.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        IAudioSource source, IProgress<double>? progress, int threadCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var analyzer = new TrackAnalyzer(source.SampleRateHz, source.ChannelCount, AnalysisScope.All, threadCount);
        float[][] heard = Room(source), read = Room(source);
        int frames = source.Read(heard, 0, ReadFrames);
        for (; frames > 0; (heard, read) = (read, heard))
        {
            cancellationToken.ThrowIfCancellationRequested();
            frames = threadCount == 1
                ? PushThenRead(analyzer, source, heard, frames, read)
                : PushWhileReading(analyzer, source, heard, frames, read);
            if (source.FrameCount is > 0 and long total)
            {
                progress?.Report(Math.Min(1, (double)(analyzer._frames + analyzer._filled) / total));
            }
        }

        TrackAnalysis analysis = analyzer.Finish();
        progress?.Report(1);
        return analysis;
    }

    private static float[][] Room(IAudioSource source) =>
        Enumerable.Range(0, source.ChannelCount).Select(_ => new float[ReadFrames]).ToArray();

    private static int PushThenRead(TrackAnalyzer analyzer, IAudioSource source, float[][] heard, int frames, float[][] read)
    {
        analyzer.Push(heard, 0, frames);
        return source.Read(read, 0, ReadFrames);
    }

    // Decoding costs about as much as measuring, so it goes on beside it.
    private static int PushWhileReading(TrackAnalyzer analyzer, IAudioSource source, float[][] heard, int frames, float[][] read)
    {
        Task<int> reading = Task.Run(() => source.Read(read, 0, ReadFrames));
        try
        {
            analyzer.Push(heard, 0, frames);
        }
        finally
        {
            // The caller closes the source when this throws, and nobody may read from it then.
            Task.WaitAny(reading);
        }

        return reading.GetAwaiter().GetResult();
    }
}
