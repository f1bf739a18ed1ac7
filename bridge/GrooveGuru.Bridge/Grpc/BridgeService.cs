using System.Threading.Channels;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Server;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>The service of grooveguru.proto.</summary>
internal sealed class BridgeService
{
    private static readonly TimeSpan RunningInterval = TimeSpan.FromMilliseconds(250);

    private readonly TrackRegistry _registry;
    private readonly TrackAnalyst _analyst;
    private readonly JobQueue _jobs;
    private readonly TimeProvider _time;
    private readonly long _started;

    /// <summary>A service over the bridge's parts.</summary>
    public BridgeService(TrackRegistry registry, TrackAnalyst analyst, JobQueue jobs, TimeProvider time)
    {
        _registry = registry;
        _analyst = analyst;
        _jobs = jobs;
        _time = time;
        _started = time.GetTimestamp();
    }

    /// <summary>Adds every method to a table.</summary>
    public void AddTo(GrpcServiceTable table)
    {
        table.AddDuplex(BridgeMethods.Capture, Capture);
        table.AddUnary(BridgeMethods.GetStatus, (_, _) => Task.FromResult(Status()));
        table.AddUnary(BridgeMethods.ListTracks, (_, _) => Task.FromResult(_registry.List()));
        table.AddServerStreaming(
            BridgeMethods.WatchTracks, (_, context) => _registry.WatchAsync(RunningInterval, context.CancellationToken));
        table.AddUnary(BridgeMethods.GetReport, GetReport);
        table.AddUnary(BridgeMethods.MarkRecommendation, (request, _) => Task.FromResult(Mark(request)));
        table.AddClientStreaming(BridgeMethods.Import, Import);
        table.AddUnary(
            BridgeMethods.StartJob,
            (request, _) => Task.FromResult(_jobs.Start(request, _registry.Get(request.TrackId)).Snapshot()));
        table.AddServerStreaming(
            BridgeMethods.WatchJob, (request, context) => _jobs.Get(request.JobId).WatchAsync(context.CancellationToken));
        table.AddUnary(BridgeMethods.CancelJob, (request, _) => Task.FromResult(_jobs.Cancel(request.JobId)));
    }

    private BridgeStatus Status() => new()
    {
        BridgeVersion = BridgeVersion.Current,
        ContractVersion = ContractVersion.Current,
        ProcessId = Environment.ProcessId,
        UptimeSeconds = _time.GetElapsedTime(_started).TotalSeconds,
        TrackCount = _registry.All().Count,
        RunningJobs = _jobs.RunningCount,
        Services = { JobQueue.Services },
    };

    private async IAsyncEnumerable<CaptureDown> Capture(
        IAsyncEnumerable<CaptureUp> up, GrpcServerContext context)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        await using IAsyncEnumerator<CaptureUp> messages = up.GetAsyncEnumerator(ended.Token);
        if (!await messages.MoveNextAsync().ConfigureAwait(false)
            || messages.Current.MessageCase != CaptureUp.MessageOneofCase.Hello)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "The first message of Capture must be Hello.");
        }

        Hello hello = messages.Current.Hello;
        if (hello.ContractVersion != ContractVersion.Current)
        {
            throw new GrpcException(
                GrpcStatusCode.FailedPrecondition,
                $"The plugin {hello.PluginVersion} speaks contract {hello.ContractVersion}, this bridge "
                + $"{BridgeVersion.Current} speaks {ContractVersion.Current}: install the same version of both.");
        }

        if (hello.InstanceId.Length is 0 or > 128)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "instance_id must have 1 to 128 characters.");
        }

        TrackSession track = _registry.Open(hello.InstanceId, hello.HostProcessId);
        Identify(track, hello.Identity);
        ChannelReader<CaptureDown> down = track.Connect();
        Task receiving = ReceiveAsync(track, down, messages);
        try
        {
            yield return new CaptureDown
            {
                Welcome = new Welcome
                {
                    ContractVersion = ContractVersion.Current,
                    BridgeVersion = BridgeVersion.Current,
                    TrackId = track.TrackId,
                    Services = { JobQueue.Services },
                },
            };
            if (track.Report is { } known)
            {
                yield return new CaptureDown { Report = known };
            }

            yield return new CaptureDown { Running = track.Running() };
            await foreach (CaptureDown message in down.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }

            await receiving.ConfigureAwait(false);
        }
        finally
        {
            // The reading side still holds the enumerator: it must have let go before that is disposed of.
            await ended.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            track.Disconnect(down);
            _registry.Touch();
            _analyst.Consider(track);
        }
    }

    private void Identify(TrackSession track, TrackIdentity? identity)
    {
        if (track.Identify(ToldIdentity.Read(identity)))
        {
            _ = _analyst.RejudgeAsync(track);
        }

        _registry.Touch();
    }

    private async Task ReceiveAsync(
        TrackSession track, ChannelReader<CaptureDown> down, IAsyncEnumerator<CaptureUp> messages)
    {
        long lastRunning = _time.GetTimestamp();
        try
        {
            while (await messages.MoveNextAsync().ConfigureAwait(false))
            {
                CaptureUp message = messages.Current;
                switch (message.MessageCase)
                {
                    case CaptureUp.MessageOneofCase.Audio:
                        if (track.Accept(message.Audio) is { } problem)
                        {
                            track.Send(new CaptureDown { Problem = problem });
                        }

                        break;
                    case CaptureUp.MessageOneofCase.Identity:
                        Identify(track, message.Identity);
                        break;
                    case CaptureUp.MessageOneofCase.Analyze:
                        _analyst.Request(track);
                        break;
                    default:
                        break; // a message of a newer plugin that this bridge does not know
                }

                if (_time.GetElapsedTime(lastRunning) >= RunningInterval)
                {
                    lastRunning = _time.GetTimestamp();
                    track.Send(new CaptureDown { Running = track.Running() });
                    _registry.Touch();
                    _analyst.Consider(track);
                }
            }
        }
        finally
        {
            track.Disconnect(down); // ends the reading side too
        }
    }

    private async Task<TrackReport> GetReport(ReportRequest request, GrpcServerContext context)
    {
        TrackSession track = _registry.Get(request.TrackId);
        TrackReport? report = request.AnalyzeNow
            ? await _analyst.AnalyseAsync(track, final: !track.Summarise().Playing, context.CancellationToken).ConfigureAwait(false)
            : track.Report;
        return report ?? throw new GrpcException(
            GrpcStatusCode.FailedPrecondition, $"Nothing has been reported on \"{track.Name}\" yet: play some of it first.");
    }

    private TrackReport Mark(MarkRequest request)
    {
        if (request.Status is not (RecommendationStatus.Open or RecommendationStatus.TriedByUser or RecommendationStatus.Dismissed))
        {
            throw new GrpcException(
                GrpcStatusCode.InvalidArgument, "A recommendation can be marked as open, tried by the user, or dismissed; the rest is measured.");
        }

        TrackSession track = _registry.Get(request.TrackId);
        return track.Mark(request.RecommendationId, request.Status) ?? throw new GrpcException(
            GrpcStatusCode.NotFound, $"\"{track.Name}\" has no recommendation \"{request.RecommendationId}\" in its newest report.");
    }

    private async Task<TrackReport> Import(IAsyncEnumerable<ImportUp> up, GrpcServerContext context)
    {
        TrackSession? track = null;
        try
        {
            await foreach (ImportUp message in up.WithCancellation(context.CancellationToken).ConfigureAwait(false))
            {
                if (message.MessageCase == ImportUp.MessageOneofCase.Header)
                {
                    track ??= _registry.OpenImport(ToldIdentity.CleanName(message.Header.Name));
                }
                else if (message.MessageCase == ImportUp.MessageOneofCase.Audio)
                {
                    AcceptImported(track, message.Audio);
                }
            }

            TrackReport? report = track is null
                ? null
                : await _analyst.AnalyseAsync(track, final: true, context.CancellationToken).ConfigureAwait(false);
            track?.EndImport();
            return report ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, "The import held no audio.");
        }
        catch
        {
            if (track is not null)
            {
                _registry.Remove(track);
            }

            throw;
        }
    }

    private static void AcceptImported(TrackSession? track, AudioChunk audio)
    {
        if (track is null)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "The first message of Import must be the header.");
        }

        audio.Transport = null;
        if (track.Accept(audio) is { } problem)
        {
            throw new GrpcException(GrpcStatusCode.ResourceExhausted, problem.Message);
        }
    }
}
