using System.Diagnostics;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>One capture call from its greeting to its end.</summary>
internal sealed class CaptureSession(ICaptureCall call, CaptureFeed feed, ITrackIdentity identity, CaptureListener listener, EndPatience patience)
{
    private static readonly TimeSpan WelcomeLimit = TimeSpan.FromSeconds(5);

    // Who takes the call and is silent for so long hangs; who is not there at all is found out sooner.
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(1.5);

    // Each message costs about half a millisecond on its way, whatever it holds; the meters move four times a second.
    private static readonly TimeSpan BusyPeriod = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan IdlePeriod = TimeSpan.FromMilliseconds(100);
    private const int TicksUntilIdle = 50;

    // Over a way that is slower than the music the ring never runs empty, and what else is to be said must not wait for that.
    private const int MessagesInARow = 8;

    private readonly ChunkAssembler _assembler = new();
    private readonly long _begun = Stopwatch.GetTimestamp();
    private TrackTitle _toldTitle = TrackTitle.Unknown;
    private TrackIdentity _sentIdentity = new();
    private string _sentId = "";

    /// <summary>Runs the call.</summary>
    /// <param name="stop">Fires when the plugin is to stop: what is left is sent and the call completed.</param>
    /// <param name="kill">Fires when there is no time left for that.</param>
    public async Task<SessionResult> RunAsync(CancellationToken stop, CancellationToken kill)
    {
        Task<GrpcStatus> reading = listener.ListenAsync(call);
        try
        {
            await GreetAsync(stop).ConfigureAwait(false);
            await Task.WhenAny(listener.Welcome, reading, Task.Delay(WelcomeLimit, stop)).ConfigureAwait(false);
            if (!listener.Welcome.IsCompletedSuccessfully)
            {
                return await WhyNoWelcomeAsync(reading, stop).ConfigureAwait(false);
            }

            patience.Renew();
            Welcome welcome = await listener.Welcome.ConfigureAwait(false);
            return welcome.ContractVersion != ContractVersion.Current
                ? new SessionResult(
                    SessionEnd.WrongVersion,
                    BridgeWords.OtherVersion(welcome.BridgeVersion, welcome.ContractVersion, ContractVersion.Current))
                : new SessionResult(await StreamAsync(reading, stop, kill).ConfigureAwait(false));
        }
        catch (Exception error) when (error is GrpcException or OperationCanceledException or InvalidOperationException)
        {
            return listener.Welcome.IsCompletedSuccessfully
                ? new SessionResult(stop.IsCancellationRequested ? SessionEnd.Stopped : SessionEnd.Lost)
                : await WhyNoWelcomeAsync(reading, stop).ConfigureAwait(false);
        }
        finally
        {
            await listener.DisposeAsync().ConfigureAwait(false);
            await call.DisposeAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private async Task<SessionResult> WhyNoWelcomeAsync(Task<GrpcStatus> reading, CancellationToken stop)
    {
        GrpcStatus? status = reading.IsCompleted ? await reading.ConfigureAwait(false) : null;
        return stop.IsCancellationRequested ? new SessionResult(SessionEnd.Stopped)
            : status is { Code: GrpcStatusCode.FailedPrecondition } refused ? new SessionResult(SessionEnd.WrongVersion, refused.Detail)
            : Stopwatch.GetElapsedTime(_begun) > SilenceLimit ? new SessionResult(SessionEnd.NoAnswer)
            : new SessionResult(SessionEnd.NotReached);
    }

    private async Task GreetAsync(CancellationToken stop)
    {
        _toldTitle = identity.Title;
        _sentIdentity = _toldTitle.ToMessage();
        _sentId = identity.InstanceId;
        Hello hello = new()
        {
            ContractVersion = ContractVersion.Current,
            PluginVersion = PluginIdentity.Version,
            InstanceId = _sentId,
            HostName = identity.HostName,
            HostProcessId = Environment.ProcessId,
            Identity = _sentIdentity,
        };
        await call.WriteAsync(new CaptureUp { Hello = hello }, stop).AsTask().WaitAsync(WelcomeLimit, stop).ConfigureAwait(false);
    }

    private async Task<SessionEnd> StreamAsync(Task reading, CancellationToken stop, CancellationToken kill)
    {
        using PeriodicTimer timer = new(BusyPeriod);
        int quietTicks = 0;
        while (!reading.IsCompleted)
        {
            bool isStopping = stop.IsCancellationRequested;
            int sent = await DrainAsync(reading, isStopping ? int.MaxValue : MessagesInARow, kill).ConfigureAwait(false);
            await SendWishesAsync(kill).ConfigureAwait(false);
            if (isStopping)
            {
                await EndAsync(reading, kill).ConfigureAwait(false);
                return SessionEnd.Stopped;
            }

            if (identity.InstanceId != _sentId)
            {
                await EndAsync(reading, kill).ConfigureAwait(false);
                return SessionEnd.Renewed;
            }

            if (sent == MessagesInARow)
            {
                continue;
            }

            quietTicks = sent > 0 ? 0 : quietTicks + 1;
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

    private async Task EndAsync(Task reading, CancellationToken kill)
    {
        await call.CompleteAsync().ConfigureAwait(false);
        await Task.WhenAny(reading, Task.Delay(patience.Answer, kill)).ConfigureAwait(false);
        if (!reading.IsCompleted)
        {
            patience.Wear();
        }
    }

    private async ValueTask<int> DrainAsync(Task reading, int maxMessages, CancellationToken kill)
    {
        int sent = 0;
        while (sent < maxMessages && !reading.IsCompleted && feed.Current() is { } ring && _assembler.Next(ring) is { } message)
        {
            await call.WriteAsync(message, kill).ConfigureAwait(false);
            sent++;
        }

        return sent;
    }

    private async ValueTask SendIdentityAsync(CancellationToken kill)
    {
        TrackTitle title = identity.Title;
        if (ReferenceEquals(title, _toldTitle))
        {
            return;
        }

        _toldTitle = title;
        TrackIdentity now = title.ToMessage();
        if (!now.Equals(_sentIdentity))
        {
            _sentIdentity = now;
            await call.WriteAsync(new CaptureUp { Identity = now }, kill).ConfigureAwait(false);
        }
    }

    private async ValueTask SendWishesAsync(CancellationToken kill)
    {
        await SendIdentityAsync(kill).ConfigureAwait(false);

        if (listener.TakeAnalysisWish())
        {
            await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, kill).ConfigureAwait(false);
        }
    }
}
