using System.Net;
using System.Net.Http.Headers;
using GrooveGuru.Contracts.Health.V1;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Wire;

/// <summary>Who gets in: raw HTTP/2 requests as another program or a browser could send them.</summary>
public sealed class GrpcAccessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("test-toke")]
    [InlineData("test-token2")]
    public async Task WrongToken_OnlyHealthAnswers(string token)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection stranger = GrpcConnection.Open(server.Endpoint with { Token = token });

        GrpcStatus status = await Requests.StatusAsync(stranger.CallAsync(BridgeMethods.GetStatus, new StatusRequest()));
        HealthCheckResponse health = await stranger.CallAsync(HealthMethods.Check, new HealthCheckRequest());

        Assert.Equal(GrpcStatusCode.Unauthenticated, status.Code);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Sound_RawRequest_IsAnswered()
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, _ => { });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("0", Assert.Single(response.TrailingHeaders.GetValues("grpc-status")));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task Origin_AnyAtAll_IsForbiddenEvenWithTheToken(string origin)
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, request => request.Headers.Add("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("192.168.0.1", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:1", HttpStatusCode.OK)]
    [InlineData("[::1]:5", HttpStatusCode.OK)]
    public async Task Host_OnlyLoopbackNames(string host, HttpStatusCode expected)
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, request => request.Headers.Host = host);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task ContentType_OtherThanGrpc_Is415()
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(
            server, request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Get_IsNotAllowed()
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, request => request.Method = HttpMethod.Get);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("grpc-timeout", "soon", "13")]
    [InlineData("grpc-encoding", "gzip", "12")]
    public async Task Header_NotUnderstood_IsAStatus(string header, string value, string status)
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, request => request.Headers.Add(header, value));

        Assert.Equal(status, Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public async Task Unary_NoneOrTwoRequests_IsUnimplemented(byte[] body)
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpResponseMessage response = await SendAsync(server, request =>
        {
            MediaTypeHeaderValue? type = request.Content!.Headers.ContentType;
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = type;
        });

        Assert.Equal("12", Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    private static async Task<HttpResponseMessage> SendAsync(TestServer server, Action<HttpRequestMessage> change)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"http://127.0.0.1:{server.Endpoint.TcpPort}{BridgeMethods.GetStatus.Path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(new byte[5]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Endpoint.Token);
        change(request);
        return await client.SendAsync(request);
    }
}
