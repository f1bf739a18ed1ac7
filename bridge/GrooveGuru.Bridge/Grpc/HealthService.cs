using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GrooveGuru.Contracts.Health.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Server;
using ServingStatus = GrooveGuru.Contracts.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>The standing of the services, as grpc.health.v1 asks for it. The empty name is the server as a whole.</summary>
/// <remarks>The gRPC project's "GRPC Health Checking Protocol".</remarks>
public sealed class HealthService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServingStatus> _standing = new(StringComparer.Ordinal) { [""] = ServingStatus.NotServing };
    private readonly ConcurrentDictionary<Task, byte> _farewells = new();
    private TaskCompletionSource _changed = NewSignal();
    private bool _stopped;

    /// <summary>Makes a service known; it does not serve until the server has started.</summary>
    /// <param name="service">The service with its package.</param>
    public void Register(string service) => Set(service, serving: false);

    /// <summary>Says that one service serves, or not, while the server goes on. Without effect once the server stops.</summary>
    /// <param name="service">The service with its package; empty for the server as a whole.</param>
    /// <param name="serving">Whether it answers as it should.</param>
    public void Set(string service, bool serving)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            if (!_stopped)
            {
                _standing[service] = serving ? ServingStatus.Serving : ServingStatus.NotServing;
                SignalChange();
            }
        }
    }

    /// <summary>Answers the health service's methods.</summary>
    /// <param name="table">The server's table.</param>
    public void AddTo(GrpcServiceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.AddUnary(HealthMethods.Check, (request, _) => Task.FromResult(Check(request.Service)));
        table.AddServerStreaming(HealthMethods.Watch, (request, context) => WatchAsync(request.Service, context.CancellationToken));
    }

    /// <summary>Everything that is known serves from now on.</summary>
    internal void StartServing()
    {
        lock (_gate)
        {
            foreach (string service in _standing.Keys.ToArray())
            {
                _standing[service] = ServingStatus.Serving;
            }

            SignalChange();
        }
    }

    /// <summary>Nothing serves any more, for good; gives the watchers some time to send that on.</summary>
    internal async Task StopServingAsync(TimeSpan farewellTime)
    {
        lock (_gate)
        {
            _stopped = true;
            foreach (string service in _standing.Keys.ToArray())
            {
                _standing[service] = ServingStatus.NotServing;
            }

            SignalChange();
        }

        await Task.WhenAny(Task.WhenAll(_farewells.Keys), Task.Delay(farewellTime)).ConfigureAwait(false);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HealthCheckResponse Check(string service)
    {
        lock (_gate)
        {
            return _standing.TryGetValue(service, out ServingStatus status)
                ? new HealthCheckResponse { Status = status }
                : throw new GrpcException(GrpcStatusCode.NotFound, $"There is no service \"{service}\" here.");
        }
    }

    private async IAsyncEnumerable<HealthCheckResponse> WatchAsync(
        string service, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TaskCompletionSource farewell = NewSignal();
        _farewells.TryAdd(farewell.Task, 0);
        try
        {
            ServingStatus? told = null;
            while (true)
            {
                ServingStatus status;
                bool stopped;
                Task changed;
                lock (_gate)
                {
                    status = _standing.GetValueOrDefault(service, ServingStatus.ServiceUnknown);
                    stopped = _stopped;
                    changed = _changed.Task;
                }

                if (status != told)
                {
                    told = status;
                    yield return new HealthCheckResponse { Status = status };
                }

                if (stopped)
                {
                    throw new GrpcException(GrpcStatusCode.Unavailable, "The server is stopping; try again when it is back.");
                }

                await changed.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _farewells.TryRemove(farewell.Task, out _);
            farewell.TrySetResult();
        }
    }

    private void SignalChange()
    {
        TaskCompletionSource before = _changed;
        _changed = NewSignal();
        before.TrySetResult();
    }
}
