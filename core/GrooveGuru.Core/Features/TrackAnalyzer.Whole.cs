using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Features;

/// <content>From the first sample to the last in one call.</content>
public sealed partial class TrackAnalyzer
{
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
        const int readFrames = 16 * BlockFrames;
        var analyzer = new TrackAnalyzer(source.SampleRateHz, source.ChannelCount, AnalysisScope.All, threadCount);
        float[][] planar = Enumerable.Range(0, source.ChannelCount).Select(_ => new float[readFrames]).ToArray();
        long done = 0;
        for (int frames; (frames = source.Read(planar, 0, readFrames)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            analyzer.Push(planar, 0, frames);
            done += frames;
            if (source.FrameCount is > 0 and long total)
            {
                progress?.Report(Math.Min(1, (double)done / total));
            }
        }

        TrackAnalysis analysis = analyzer.Finish();
        progress?.Report(1);
        return analysis;
    }
}
