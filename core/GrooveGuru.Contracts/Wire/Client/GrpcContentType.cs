using System.Net.Http.Headers;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>The content type of every request.</summary>
internal static class GrpcContentType
{
    public static MediaTypeHeaderValue Value { get; } = new(GrpcHeaders.ContentType);
}
