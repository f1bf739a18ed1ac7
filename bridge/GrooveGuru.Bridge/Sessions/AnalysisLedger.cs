using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>What has been analysed of one track, and whether it is time for more. Guarded by its track.</summary>
internal sealed class AnalysisLedger
{
    private long _analysedWrittenFrames;
    private double _analysedSeconds;
    private bool _settled = true;

    /// <summary>Whether an analysis is under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>The newest report; null before the first.</summary>
    public TrackReport? Report { get; private set; }

    /// <summary>Whether to analyse now; if so, <see cref="End"/> must follow.</summary>
    /// <param name="heardSeconds">Audio held, s.</param>
    /// <param name="writtenFrames">Frames ever written, replayed ones included.</param>
    /// <param name="playing">Whether the plugin is connected and its transport rolls.</param>
    /// <param name="quietSeconds">Time since the last audio, s.</param>
    /// <param name="followed">Whether a running analysis has heard the track.</param>
    public AnalysisKind TryBegin(double heardSeconds, long writtenFrames, bool playing, double quietSeconds, bool followed)
    {
        if (IsRunning)
        {
            return AnalysisKind.None;
        }

        bool hasNews = writtenFrames > _analysedWrittenFrames || !_settled;
        AnalysisKind kind = AnalysisPolicy.Decide(heardSeconds, _analysedSeconds, hasNews, playing, quietSeconds, followed);
        IsRunning = kind != AnalysisKind.None;
        return kind;
    }

    /// <summary>The analysis that <see cref="TryBegin"/> asked for has ended, one way or another.</summary>
    public void End() => IsRunning = false;

    /// <summary>Keeps a finished report and numbers it.</summary>
    public void Publish(TrackReport report, long analysedWrittenFrames)
    {
        report.ReportNumber = (Report?.ReportNumber ?? 0) + 1;
        Report = report;
        _analysedSeconds = report.DurationSeconds;
        _analysedWrittenFrames = analysedWrittenFrames;
        _settled = report.Final;
    }

    /// <summary>Replaces the newest report by one that says the same but for what the user said to its advice.</summary>
    public void Amend(TrackReport report) => Report = report;

    /// <summary>An analysis of this much failed: it is not tried again before there is more.</summary>
    public void Fail(long analysedWrittenFrames)
    {
        _analysedWrittenFrames = analysedWrittenFrames;
        _settled = true;
    }

    /// <summary>Another capture begins: the next report comes early again.</summary>
    public void Restart() => _analysedSeconds = 0;
}
