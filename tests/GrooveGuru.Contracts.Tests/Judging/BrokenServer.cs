using System.Net;
using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.Tests.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>Our server with one fault planted after each answer, so that the judge is seen to fail.</summary>
internal sealed class BrokenServer : IAsyncDisposable
{
    public const string Token = "test-token";

    private readonly WebApplication _app;

    private BrokenServer(WebApplication app) => _app = app;

    public string Target => new Uri(_app.Urls.Single()).Authority;

    public static async Task<BrokenServer> StartAsync(Action<IHeaderDictionary> spoilStatus)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        WebApplication app = builder.Build();
        app.Use(async (http, next) =>
        {
            await next(http);
            spoilStatus(http.Response.HasStarted || http.Response.Headers["grpc-status"].Count == 0
                ? http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
                : http.Response.Headers);
        });
        app.UseGrpc(new TestHandlers().BuildTable(), Token, CancellationToken.None);
        await app.StartAsync();
        return new BrokenServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
