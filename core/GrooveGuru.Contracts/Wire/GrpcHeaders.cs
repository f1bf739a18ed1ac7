namespace GrooveGuru.Contracts.Wire;

/// <summary>The names and values that gRPC gives to HTTP/2 headers and trailers.</summary>
public static class GrpcHeaders
{
    /// <summary>The content type; a suffix such as "+proto" may follow.</summary>
    public const string ContentType = "application/grpc";

    /// <summary>The trailer with the status code as a decimal number.</summary>
    public const string Status = "grpc-status";

    /// <summary>The trailer with the percent-encoded detail.</summary>
    public const string Message = "grpc-message";

    /// <summary>The request header with the time that the call may take.</summary>
    public const string Timeout = "grpc-timeout";

    /// <summary>How messages with a raised compressed flag are packed.</summary>
    public const string Encoding = "grpc-encoding";

    /// <summary>Which packings the other side may use.</summary>
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>The one packing spoken here: none.</summary>
    public const string Identity = "identity";

    /// <summary>The scheme before the token in "authorization".</summary>
    public const string BearerPrefix = "Bearer ";

    /// <summary>Whether a content type is gRPC's: "application/grpc", alone or followed by "+" or ";".</summary>
    /// <param name="contentType">The header's value; null or empty is not gRPC.</param>
    public static bool IsGrpcContentType(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';');
}
