using GrooveGuru.Contracts.Health.V1;

namespace GrooveGuru.Contracts.Wire;

/// <summary>Every rpc of the standard service grpc.health.v1.Health.</summary>
public static class HealthMethods
{
    /// <summary>The service's full name.</summary>
    public const string ServiceName = "grpc.health.v1.Health";

    /// <summary>Whether a service answers now.</summary>
    public static GrpcMethod<HealthCheckRequest, HealthCheckResponse> Check { get; } =
        new(ServiceName, "Check", GrpcMethodKind.Unary, HealthCheckRequest.Parser, HealthCheckResponse.Parser);

    /// <summary>Whether a service answers now, then every change.</summary>
    public static GrpcMethod<HealthCheckRequest, HealthCheckResponse> Watch { get; } =
        new(ServiceName, "Watch", GrpcMethodKind.ServerStreaming, HealthCheckRequest.Parser, HealthCheckResponse.Parser);
}
