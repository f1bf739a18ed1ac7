using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using Microsoft.Extensions.Logging;
using TrackHint = GrooveGuru.Core.Reports.TrackHint;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>Analyses tracks when it is time to, one after another, beside the capture.</summary>
internal sealed partial class TrackAnalyst : IAsyncDisposable
{
    /// <summary>Tracks that are heard as they play; what more there are is analysed from the beginning for each report.</summary>
    public const int MaxFollowedTracks = 24;

    private readonly TrackRegistry _registry;
    private readonly ILogger<TrackAnalyst> _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Task _watch;

    /// <summary>Starts watching the tracks of a registry.</summary>
    public TrackAnalyst(TrackRegistry registry, TimeProvider time, ILogger<TrackAnalyst> log)
    {
        _registry = registry;
        _log = log;
        _watch = WatchAsync(time);
    }

    /// <summary>Starts an analysis where one is due.</summary>
    public void Consider(TrackSession track)
    {
        AnalysisKind kind = track.TryBeginAnalysis();
        if (kind != AnalysisKind.None)
        {
            _ = Task.Run(() => AnalyseAsDueAsync(track, kind == AnalysisKind.Final), CancellationToken.None);
        }
    }

    /// <summary>
    /// Makes a fresh report where the newest one, or the one that is being made, is for another role than the user tells now; none,
    /// and no complaint, where there is no report yet: the first will be for that role.
    /// </summary>
    /// <returns>Completes when that is done; never fails.</returns>
    public Task RejudgeAsync(TrackSession track) =>
        Task.Run(
            () => AnalyseInBackgroundAsync(track, final: !track.Summarise().Playing, isNeeded: () => track.IsJudgedForAnotherRole),
            CancellationToken.None);

    /// <summary>Starts an analysis of what has been heard until now, due or not.</summary>
    public void Request(TrackSession track) =>
        _ = Task.Run(() => AnalyseInBackgroundAsync(track, final: !track.Summarise().Playing), CancellationToken.None);

    /// <summary>Analyses what has been heard of a track until now.</summary>
    /// <returns>The report; null when nothing has been heard.</returns>
    public Task<TrackReport?> AnalyseAsync(TrackSession track, bool final, CancellationToken cancellation) =>
        AnalyseAsync(track, final, isNeeded: null, cancellation);

    private async Task<TrackReport?> AnalyseAsync(
        TrackSession track, bool final, Func<bool>? isNeeded, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Asked only now: while it waited, another may have done the work.
            if (isNeeded?.Invoke() == false)
            {
                return track.Report;
            }

            if (track.BeginAnalysis() is not { } capture)
            {
                return null;
            }

            track.SayAnalysing(begins: true);
            try
            {
                ToldIdentity identity = track.Identity;
                string name = track.Name;
                Core.Reports.TrackReport judged = capture.Report(new TrackHint(name, identity.ToldRole), cancellation);
                TrackReport report = ReportMapping.ToMessage(judged);
                report.TrackId = track.TrackId;
                report.TrackName = name;
                report.LostFrames = track.LostFrames;
                report.Final = final;
                track.Publish(report, capture, identity.Role, judged.ToFormerAdvice());
                _registry.Touch();
                return report;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                track.AnalysisFailed(capture.WrittenFrames);
                throw;
            }
            finally
            {
                track.SayAnalysing(begins: false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops; an analysis under way is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watch.ConfigureAwait(false);
        await _turn.WaitAsync().ConfigureAwait(false);
        _stopping.Dispose();
        _turn.Dispose();
    }

    private async Task WatchAsync(TimeProvider time)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(250), time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false))
            {
                int followed = 0;
                foreach (TrackSession track in _registry.All())
                {
                    followed += Follow(track, mayBegin: followed < MaxFollowedTracks) ? 1 : 0;
                    Consider(track);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // stopping
        }
    }

    private bool Follow(TrackSession track, bool mayBegin)
    {
        try
        {
            return track.Follow(mayBegin, _stopping.Token);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // One track's broken disk must not end the watch over the others; its next report says what is wrong.
            LogFollowingFailed(error, track.TrackId);
            return false;
        }
    }

    private async Task AnalyseAsDueAsync(TrackSession track, bool final)
    {
        try
        {
            await AnalyseInBackgroundAsync(track, final).ConfigureAwait(false);
        }
        finally
        {
            track.EndAnalysis();
        }
    }

    private async Task AnalyseInBackgroundAsync(TrackSession track, bool final, Func<bool>? isNeeded = null)
    {
        try
        {
            // Without a report that was not needed all is well; only who asked for one is told why there is none.
            if (await AnalyseAsync(track, final, isNeeded, _stopping.Token).ConfigureAwait(false) is null && isNeeded is null)
            {
                SayProblem(track, "nothing_heard", "Nothing has been heard of this track yet: press play first.");
            }
        }
        catch (OperationCanceledException)
        {
            // stopping
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The background task is the outermost frame: what is thrown here would be lost unseen.
            LogAnalysisFailed(error, track.TrackId);
            SayProblem(track, "analysis_failed", "The track could not be analysed; the bridge's log says why. Play a part again to retry.");
        }
    }

    private static void SayProblem(TrackSession track, string code, string message) =>
        track.Send(new CaptureDown { Problem = new Problem { Code = code, Message = message } });

    [LoggerMessage(Level = LogLevel.Warning, Message = "Following {TrackId} failed")]
    private partial void LogFollowingFailed(Exception error, string trackId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Analysis of {TrackId} failed")]
    private partial void LogAnalysisFailed(Exception error, string trackId);
}
