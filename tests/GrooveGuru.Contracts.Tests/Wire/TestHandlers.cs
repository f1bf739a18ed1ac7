using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Server;

namespace GrooveGuru.Contracts.Tests.Wire;

/// <summary>Handlers on the real methods whose behaviour the request's text chooses. The Node judge knows the same words.</summary>
internal sealed class TestHandlers
{
    public const string MissingDetail = "Die Spur „Bäß 100%“ gibt es nicht: 曲 ♪";
    public const string Secret = "password-in-an-exception";

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _cancelled = new();

    public ConcurrentQueue<Exception> Unhandled { get; } = new();

    public HealthService Health { get; } = new();

    /// <summary>Ends when the token of the handler that was asked with this word has fired.</summary>
    public Task CancelledAsync(string word) => Signal(word).Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Ends when the handler that was asked with this word is waiting.</summary>
    public Task BeganAsync(string word) => Signal("began " + word).Task.WaitAsync(TimeSpan.FromSeconds(10));

    public GrpcServiceTable BuildTable(GrpcMessageLimits? limits = null)
    {
        var table = new GrpcServiceTable
        {
            Limits = limits ?? GrpcMessageLimits.Default,
            MapException = error => error is FileNotFoundException
                ? new GrpcStatus(GrpcStatusCode.FailedPrecondition, "mapped") : null,
            UnhandledException = (_, error) => Unhandled.Enqueue(error),
        };
        table.AddUnary(BridgeMethods.GetStatus, (_, context) => Task.FromResult(new BridgeStatus
        {
            BridgeVersion = "test",
            ContractVersion = ContractVersion.Current,
            UptimeSeconds = context.Deadline is null ? 0 : 1,
        }));
        table.AddUnary(BridgeMethods.GetReport, ReportAsync);
        table.AddServerStreaming(BridgeMethods.WatchJob, (job, context) => WatchAsync(job.JobId, context.CancellationToken));
        table.AddClientStreaming(BridgeMethods.Import, ImportAsync);
        table.AddDuplex(BridgeMethods.Capture, (up, context) => CaptureAsync(up, context.CancellationToken));
        return table;
    }

    private async Task<TrackReport> ReportAsync(ReportRequest request, GrpcServerContext context)
    {
        switch (request.TrackId)
        {
            case "missing":
                throw new GrpcException(GrpcStatusCode.NotFound, MissingDetail);
            case "throw":
                throw new InvalidOperationException(Secret);
            case "mapped":
                throw new FileNotFoundException(Secret);
            case "huge":
                return new TrackReport { TrackName = new string('x', 5 * 1024 * 1024) };
            case "health:down" or "health:up":
                Health.Set(BridgeMethods.ServiceName, serving: request.TrackId == "health:up");
                break;
            case ['w', 'a', 's', '-', 'c', 'a', 'n', 'c', 'e', 'l', 'l', 'e', 'd', ':', .. string word]:
                await CancelledAsync(word);
                break;
            case ['b', 'e', 'g', 'a', 'n', ':', .. string word]:
                await BeganAsync(word);
                break;
            case ['s', 'l', 'o', 'w', ..] word:
                await SleepAsync(word, context.CancellationToken);
                break;
        }

        return new TrackReport { TrackId = request.TrackId, ReportNumber = 1 };
    }

    private async IAsyncEnumerable<Job> WatchAsync(string word, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int step = 0; step < 3; step++)
        {
            yield return new Job { JobId = word, State = JobState.Working, Progress = step / 2.0 };
        }

        if (word == "fails")
        {
            throw new GrpcException(GrpcStatusCode.Aborted, "half way 曲");
        }

        if (word.StartsWith("slow", StringComparison.Ordinal))
        {
            await SleepAsync(word, cancellation);
        }
    }

    private static async Task<TrackReport> ImportAsync(IAsyncEnumerable<ImportUp> up, GrpcServerContext context)
    {
        string name = "";
        long frames = 0;
        await foreach (ImportUp message in up)
        {
            if (message.MessageCase == ImportUp.MessageOneofCase.Header)
            {
                name = message.Header.Name;
                if (name == "reject")
                {
                    throw new GrpcException(GrpcStatusCode.InvalidArgument, "rejected before the end");
                }

                if (name == "enough")
                {
                    break;
                }
            }
            else
            {
                frames += message.Audio.Samples.Length / sizeof(float) / message.Audio.ChannelCount;
            }
        }

        return new TrackReport { TrackName = name, DurationSeconds = frames / 48000.0 };
    }

    private async IAsyncEnumerable<CaptureDown> CaptureAsync(
        IAsyncEnumerable<CaptureUp> up, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string instance = "";
        long frames = 0;
        try
        {
            await foreach (CaptureUp message in up.WithCancellation(cancellation))
            {
                switch (message.MessageCase)
                {
                    case CaptureUp.MessageOneofCase.Hello:
                        instance = message.Hello.InstanceId;
                        yield return new CaptureDown { Welcome = new Welcome { TrackId = instance } };
                        break;
                    case CaptureUp.MessageOneofCase.Audio:
                        frames += message.Audio.Samples.Length / sizeof(float) / message.Audio.ChannelCount;
                        yield return new CaptureDown { Running = new RunningMeasures { HeardSeconds = frames / 48000.0 } };
                        break;
                    case CaptureUp.MessageOneofCase.Identity:
                        throw new GrpcException(GrpcStatusCode.FailedPrecondition, MissingDetail);
                }
            }

            // Node ends the requests before it resets the stream, so that a cancelled call may look like one that was sent whole.
            if (instance.StartsWith("slow", StringComparison.Ordinal))
            {
                await SleepAsync(instance, cancellation);
            }

            yield return new CaptureDown { Report = new TrackReport { DurationSeconds = frames / 48000.0 } };
        }
        finally
        {
            // Not a registration on the token: those run in no order that could be relied on.
            if (cancellation.IsCancellationRequested)
            {
                Signal("capture").TrySetResult();
                Signal(instance).TrySetResult();
            }
        }
    }

    private async Task SleepAsync(string word, CancellationToken cancellation)
    {
        Signal("began " + word).TrySetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        finally
        {
            Signal(word).TrySetResult();
        }
    }

    private TaskCompletionSource Signal(string word) =>
        _cancelled.GetOrAdd(word, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public static AudioChunk Chunk(int frames, int channels = 2) => new()
    {
        SampleRateHz = 48000,
        ChannelCount = channels,
        Samples = UnsafeByteOperations.UnsafeWrap(new byte[frames * channels * sizeof(float)]),
    };
}
