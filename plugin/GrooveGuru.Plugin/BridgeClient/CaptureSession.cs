using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>One capture call from its greeting to its end.</summary>
internal sealed class CaptureSession(ICaptureCall call, CaptureFeed feed, ITrackIdentity identity, PublishedValues published)
{
    private static readonly TimeSpan WelcomeLimit = TimeSpan.FromSeconds(5);
    // Each message costs about half a millisecond on its way, whatever it holds; the meters move four times a second.
    private static readonly TimeSpan BusyPeriod = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan IdlePeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);
    private const int TicksUntilIdle = 50;

    private readonly ChunkAssembler _assembler = new();
    private readonly TaskCompletionSource<int> _welcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _sentName = "";

    /// <summary>Runs the call.</summary>
    /// <param name="stop">Fires when the plugin is to stop: what is left is sent and the call completed.</param>
    /// <param name="kill">Fires when there is no time left for that.</param>
    public async Task<SessionEnd> RunAsync(CancellationToken stop, CancellationToken kill)
    {
        Task<GrpcStatusCode> reading = ReadAsync();
        try
        {
            await GreetAsync(kill).ConfigureAwait(false);
            await Task.WhenAny(_welcome.Task, reading, Task.Delay(WelcomeLimit, stop)).ConfigureAwait(false);
            if (!_welcome.Task.IsCompletedSuccessfully)
            {
                return await WhyNoWelcomeAsync(reading).ConfigureAwait(false);
            }

            if (await _welcome.Task.ConfigureAwait(false) != ContractVersion.Current)
            {
                return SessionEnd.WrongVersion;
            }

            published.Bridge = BridgeState.Connected;
            return await StreamAsync(reading, stop, kill).ConfigureAwait(false);
        }
        catch (Exception error) when (error is GrpcException or OperationCanceledException or InvalidOperationException)
        {
            return _welcome.Task.IsCompletedSuccessfully ? SessionEnd.Lost : await WhyNoWelcomeAsync(reading).ConfigureAwait(false);
        }
        finally
        {
            await call.DisposeAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task<SessionEnd> WhyNoWelcomeAsync(Task<GrpcStatusCode> reading)
        => reading.IsCompleted && await reading.ConfigureAwait(false) == GrpcStatusCode.FailedPrecondition
            ? SessionEnd.WrongVersion
            : SessionEnd.NotReached;

    private async Task GreetAsync(CancellationToken kill)
    {
        _sentName = identity.TrackName;
        Hello hello = new()
        {
            ContractVersion = ContractVersion.Current,
            PluginVersion = PluginIdentity.Version,
            InstanceId = identity.InstanceId,
            HostName = identity.HostName,
            HostProcessId = Environment.ProcessId,
            Identity = new TrackIdentity { Name = _sentName },
        };
        await call.WriteAsync(new CaptureUp { Hello = hello }, kill).ConfigureAwait(false);
    }

    private async Task<SessionEnd> StreamAsync(Task reading, CancellationToken stop, CancellationToken kill)
    {
        using PeriodicTimer timer = new(BusyPeriod);
        int quietTicks = 0;
        while (!reading.IsCompleted)
        {
            bool isStopping = stop.IsCancellationRequested;
            bool wasBusy = await DrainAsync(reading, kill).ConfigureAwait(false);
            await SendNameIfChangedAsync(kill).ConfigureAwait(false);
            if (isStopping)
            {
                await call.CompleteAsync().ConfigureAwait(false);
                await Task.WhenAny(reading, Task.Delay(EndLimit, kill)).ConfigureAwait(false);
                return SessionEnd.Stopped;
            }

            quietTicks = wasBusy ? 0 : quietTicks + 1;
            TimeSpan period = quietTicks > TicksUntilIdle ? IdlePeriod : BusyPeriod;
            if (timer.Period != period)
            {
                timer.Period = period;
            }

            try
            {
                await timer.WaitForNextTickAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                quietTicks = 0; // Told to stop: once more around, to send what is left.
            }
        }

        return SessionEnd.Lost;
    }

    private async ValueTask<bool> DrainAsync(Task reading, CancellationToken kill)
    {
        bool sent = false;
        while (!reading.IsCompleted && feed.Current() is { } ring && _assembler.Next(ring) is { } message)
        {
            await call.WriteAsync(message, kill).ConfigureAwait(false);
            sent = true;
        }

        return sent;
    }

    private async ValueTask SendNameIfChangedAsync(CancellationToken kill)
    {
        string name = identity.TrackName;
        if (name != _sentName)
        {
            _sentName = name;
            await call.WriteAsync(new CaptureUp { Identity = new TrackIdentity { Name = name } }, kill).ConfigureAwait(false);
        }
    }

    // Never throws: how the call ended is its result.
    private async Task<GrpcStatusCode> ReadAsync()
    {
        try
        {
            await foreach (CaptureDown message in call.Responses.ConfigureAwait(false))
            {
                Take(message);
            }

            return GrpcStatusCode.Ok;
        }
        catch (GrpcException error)
        {
            if (error.Code is not (GrpcStatusCode.Unavailable or GrpcStatusCode.Cancelled))
            {
                PluginLog.Write($"the bridge ended the capture: {error.Message}");
            }

            return error.Code;
        }
        catch (OperationCanceledException)
        {
            return GrpcStatusCode.Cancelled;
        }
    }

    private void Take(CaptureDown message)
    {
        switch (message.MessageCase)
        {
            case CaptureDown.MessageOneofCase.Welcome:
                _welcome.TrySetResult(message.Welcome.ContractVersion);
                break;
            case CaptureDown.MessageOneofCase.Running:
                published.Take(message.Running);
                break;
            case CaptureDown.MessageOneofCase.Report:
                published.Take(message.Report);
                break;
            case CaptureDown.MessageOneofCase.Problem:
                PluginLog.Write($"the bridge says: {message.Problem.Message}");
                break;
            default:
                break; // Of a newer bridge.
        }
    }
}
