using System.Globalization;
using System.Net;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>Puts a table of gRPC methods onto ASP.NET Core's HTTP/2.</summary>
public static class GrpcEndpoints
{
    /// <summary>Answers every request of an application as a gRPC call.</summary>
    /// <param name="app">The application.</param>
    /// <param name="table">The methods.</param>
    /// <param name="token">The secret that every call but those of grpc.health.v1 carries.</param>
    /// <param name="stopping">Fires when the calls that still run are to end.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static void UseGrpc(this IApplicationBuilder app, GrpcServiceTable table, string token, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(table);
        var access = new GrpcAccess(token);
        app.Run(http => AnswerAsync(http, table, access, stopping));
    }

    private static async Task AnswerAsync(HttpContext http, GrpcServiceTable table, GrpcAccess access, CancellationToken stopping)
    {
        if (GrpcAccess.IsForeign(http))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        if (!GrpcHeaders.IsGrpcContentType(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        http.Response.ContentType = GrpcHeaders.ContentType;
        string path = http.Request.Path.Value ?? "";
        if (!IsHealth(path) && !access.HasToken(http))
        {
            End(http, new GrpcStatus(
                GrpcStatusCode.Unauthenticated,
                "The token is missing or wrong; read the endpoint file again, the bridge writes a new one at each start."));
            return;
        }

        if (table.Find(path) is not { } method)
        {
            End(http, new GrpcStatus(GrpcStatusCode.Unimplemented, $"This bridge has no method {path}."));
            return;
        }

        End(http, await RunAsync(http, table, method, stopping).ConfigureAwait(false));
    }

    private static async Task<GrpcStatus> RunAsync(
        HttpContext http, GrpcServiceTable table, GrpcServiceMethod method, CancellationToken stopping)
    {
        if (!TryReadTimeout(http, out TimeSpan? timeout))
        {
            return new GrpcStatus(GrpcStatusCode.Internal, "The header grpc-timeout is not a time.");
        }

        string? encoding = http.Request.Headers[GrpcHeaders.Encoding];
        if (encoding is not (null or GrpcHeaders.Identity))
        {
            http.Response.Headers[GrpcHeaders.AcceptEncoding] = GrpcHeaders.Identity;
            return new GrpcStatus(GrpcStatusCode.Unimplemented, $"The encoding {encoding} is not spoken here; send messages plain.");
        }

        // A call lasts as long as a session may, and is as slow as the music.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bodySize)
        {
            bodySize.MaxRequestBodySize = null;
        }

        using var call = new GrpcServerCall(
            method.Path,
            PeerOf(http),
            http.Request.BodyReader,
            http.Response.BodyWriter,
            timeout,
            http.RequestAborted,
            stopping);
        return await table.RunAsync(method, call).ConfigureAwait(false);
    }

    private static void End(HttpContext http, GrpcStatus status)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        string code = ((int)status.Code).ToString(CultureInfo.InvariantCulture);
        string? detail = status.Detail.Length > 0 ? GrpcMessageText.Encode(status.Detail) : null;
        if (status.Code != GrpcStatusCode.Ok && !http.Response.HasStarted)
        {
            // Nothing was sent: the status goes out alone, as headers that end the stream ("Trailers-Only").
            http.Response.Headers[GrpcHeaders.Status] = code;
            http.Response.Headers[GrpcHeaders.Message] = detail;
            return;
        }

        http.Response.AppendTrailer(GrpcHeaders.Status, code);
        if (detail is not null)
        {
            http.Response.AppendTrailer(GrpcHeaders.Message, detail);
        }
    }

    private static bool TryReadTimeout(HttpContext http, out TimeSpan? timeout)
    {
        timeout = null;
        if (!http.Request.Headers.TryGetValue(GrpcHeaders.Timeout, out var text))
        {
            return true;
        }

        if (!GrpcTimeout.TryParse(text, out TimeSpan time))
        {
            return false;
        }

        timeout = time;
        return true;
    }

    private static bool IsHealth(string path) => path.StartsWith($"/{HealthMethods.ServiceName}/", StringComparison.Ordinal);

    private static string PeerOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? new IPEndPoint(address, http.Connection.RemotePort).ToString() : "unix";
}
