namespace GrooveGuru.Contracts.Wire;

/// <summary>How large one message may be; a larger one ends the call with RESOURCE_EXHAUSTED.</summary>
/// <param name="MaxReceiveBytes">The largest message that is read, without its five byte prefix.</param>
/// <param name="MaxSendBytes">The largest message that is sent, without its five byte prefix.</param>
public sealed record GrpcMessageLimits(
    int MaxReceiveBytes = GrpcMessageLimits.DefaultBytes, int MaxSendBytes = GrpcMessageLimits.DefaultBytes)
{
    /// <summary>What gRPC receives by default everywhere: 4 MiB.</summary>
    public const int DefaultBytes = 4 * 1024 * 1024;

    /// <summary>4 MiB each way.</summary>
    public static GrpcMessageLimits Default { get; } = new();
}
