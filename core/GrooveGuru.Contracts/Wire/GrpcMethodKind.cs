namespace GrooveGuru.Contracts.Wire;

/// <summary>Which side of a call sends a stream of messages instead of one.</summary>
public enum GrpcMethodKind
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>One request, any number of responses.</summary>
    ServerStreaming,

    /// <summary>Any number of requests, one response.</summary>
    ClientStreaming,

    /// <summary>Any number of messages each way, independent of each other.</summary>
    DuplexStreaming,
}
