namespace GrooveGuru.Contracts.Wire.Server;

/// <summary>One method that a server answers.</summary>
public sealed class GrpcServiceMethod
{
    internal GrpcServiceMethod(
        string service, string path, GrpcMethodKind kind, Func<GrpcServerCall, GrpcMessageLimits, Task> handler)
    {
        Service = service;
        Path = path;
        Kind = kind;
        Handler = handler;
    }

    /// <summary>The service with its package.</summary>
    public string Service { get; }

    /// <summary>The HTTP/2 path.</summary>
    public string Path { get; }

    /// <summary>Which side streams.</summary>
    public GrpcMethodKind Kind { get; }

    internal Func<GrpcServerCall, GrpcMessageLimits, Task> Handler { get; }
}
