using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire;

/// <summary>One rpc of the contract: its name, its kind and how its messages are read.</summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed class GrpcMethod<TRequest, TResponse>
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    /// <summary>Describes one rpc.</summary>
    /// <param name="service">The service with its package, "grooveguru.v1.Bridge".</param>
    /// <param name="name">The rpc, "GetStatus".</param>
    /// <param name="kind">Which side streams.</param>
    /// <param name="requestParser">Reads a request.</param>
    /// <param name="responseParser">Reads a response.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public GrpcMethod(
        string service,
        string name,
        GrpcMethodKind kind,
        MessageParser<TRequest> requestParser,
        MessageParser<TResponse> responseParser)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(requestParser);
        ArgumentNullException.ThrowIfNull(responseParser);
        Service = service;
        Name = name;
        Kind = kind;
        RequestParser = requestParser;
        ResponseParser = responseParser;
        Path = $"/{service}/{name}";
    }

    /// <summary>The service with its package.</summary>
    public string Service { get; }

    /// <summary>The rpc's name.</summary>
    public string Name { get; }

    /// <summary>Which side streams.</summary>
    public GrpcMethodKind Kind { get; }

    /// <summary>The HTTP/2 path, "/service/name".</summary>
    public string Path { get; }

    /// <summary>Reads a request.</summary>
    public MessageParser<TRequest> RequestParser { get; }

    /// <summary>Reads a response.</summary>
    public MessageParser<TResponse> ResponseParser { get; }

    /// <summary>The HTTP/2 path.</summary>
    public override string ToString() => Path;
}
