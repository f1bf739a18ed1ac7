using System.Globalization;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Demo;

/// <summary>
/// Follows the one track of the demo until there is a report on all that was played. Every wait has an end: a plugin that does
/// not connect, a song that is not heard, a report that does not come.
/// </summary>
/// <param name="connection">The bridge.</param>
/// <param name="durationSeconds">Length of the song, s.</param>
/// <param name="progress">Told how far the song is, 0–1, with a remark.</param>
internal sealed class DemoListener(GrpcConnection connection, double durationSeconds, Action<double, string?> progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StillLimit = TimeSpan.FromSeconds(10);

    // A short song may be over before the bridge has seen it roll: what is still for so long has been played.
    private static readonly TimeSpan PlayedAfter = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the report.</summary>
    /// <exception cref="GrooveGuruException">The plugin did not connect, or nothing was heard.</exception>
    /// <exception cref="GrpcException">The report could not be made.</exception>
    public async Task<TrackReport> HearAsync(CancellationToken cancellation)
    {
        long began = TimeProvider.System.GetTimestamp();
        long moved = began;
        double heardBefore = 0;
        while (true)
        {
            TrackList list = await connection.CallAsync(
                BridgeMethods.ListTracks, new ListTracksRequest(), null, cancellation).ConfigureAwait(false);
            TrackSummary? track = list.Tracks.FirstOrDefault();
            if (track is null && TimeProvider.System.GetElapsedTime(began) > ConnectLimit)
            {
                throw new GrooveGuruException(
                    $"The plugin did not connect to the bridge within {ConnectLimit.TotalSeconds:0} s; its log says why: "
                    + "plugin.log in ~/.local/state/grooveguru.");
            }

            if (track is not null)
            {
                if (track.HeardSeconds > heardBefore || track.Playing || track.Analysing)
                {
                    heardBefore = track.HeardSeconds;
                    moved = TimeProvider.System.GetTimestamp();
                }

                Tell(track);
                TimeSpan still = TimeProvider.System.GetElapsedTime(moved);
                if (still > PlayedAfter && track.HeardSeconds > 0)
                {
                    return await ReportAsync(track.TrackId, cancellation).ConfigureAwait(false);
                }

                if (still > StillLimit)
                {
                    throw new GrooveGuruException("The plugin is connected, but no audio came from it.");
                }
            }

            await Task.Delay(Interval, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<TrackReport> ReportAsync(string trackId, CancellationToken cancellation)
    {
        try
        {
            TrackReport report = await connection.CallAsync(
                BridgeMethods.GetReport, new ReportRequest { TrackId = trackId }, null, cancellation).ConfigureAwait(false);
            if (report.Final)
            {
                return report;
            }
        }
        catch (GrpcException error) when (error.Code == GrpcStatusCode.FailedPrecondition)
        {
            // Too short for a report of its own accord: it is asked for below.
        }

        return await connection.CallAsync(
            BridgeMethods.GetReport, new ReportRequest { TrackId = trackId, AnalyzeNow = true }, null, cancellation).ConfigureAwait(false);
    }

    private void Tell(TrackSummary track)
    {
        string? remark = track.Analysing && !track.Playing ? "analysing and trying the advice"
            : track.HasIntegratedLufs ? string.Create(CultureInfo.InvariantCulture, $"{track.IntegratedLufs:0.0} LUFS")
            : null;
        progress(Math.Min(1, track.HeardSeconds / durationSeconds), remark);
    }
}
