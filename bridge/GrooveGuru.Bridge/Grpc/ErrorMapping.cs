using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>The one place where the product's errors become gRPC status codes.</summary>
internal static class ErrorMapping
{
    /// <summary>The status for an error that its sender can do something about; null for a fault of ours.</summary>
    public static GrpcStatus? ToStatus(Exception error) => error switch
    {
        UnsupportedAudioException => new GrpcStatus(GrpcStatusCode.InvalidArgument, error.Message),
        GrooveGuruException => new GrpcStatus(GrpcStatusCode.FailedPrecondition, error.Message),
        IOException => new GrpcStatus(GrpcStatusCode.ResourceExhausted, $"The bridge could not read or write a file: {error.Message}"),
        _ => null,
    };
}
