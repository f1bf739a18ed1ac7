using System.Text.Json.Nodes;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Core.Audio;
using GrooveGuru.EndToEnd.Tests.Bridge;

namespace GrooveGuru.EndToEnd.Tests.HostDriven;

/// <summary>The plugin and its bridge as two processes: started, lost, found again, and the audio never touched.</summary>
public sealed class BridgeLifeTests : IDisposable
{
    private const int SampleRateHz = 48000;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReconnectTimeout = TimeSpan.FromSeconds(40);
    private readonly MeetingPlace _place = new();
    private readonly string _song = Path.GetTempFileName();

    [ProductFact]
    public async Task Plugin_WithoutBridge_StartsOneAndGetsAReport()
    {
        WavFile.Write(_song, TestSong.Make(SampleRateHz, seconds: 8));
        using HostedPlugin host = new(_place, _song);
        await _place.WaitForBridgeAsync(StartTimeout);
        await host.WaitForAsync("the connection", StartTimeout, HostedPlugin.IsConnected);
        await host.WaitForAsync("a loudness", ReconnectTimeout, report => HostedPlugin.Output(report, "Integrated Loudness") > -69);
        await using GrpcConnection bridge = _place.Connect();
        TrackSummary track = Assert.Single((await bridge.CallAsync(BridgeMethods.ListTracks, new ListTracksRequest())).Tracks);
        Assert.Equal("Guitar", track.Name);
        JsonNode result = await host.FinishAsync();
        Assert.True((bool?)result["bit_identical"]);
    }

    [ProductFact]
    public async Task Bridge_KilledWhilePlaying_AudioIsUntouchedAndThePluginReconnects()
    {
        WavFile.Write(_song, TestSong.Make(SampleRateHz, seconds: 20));
        using Processes.ExternalProcess first = Processes.ExternalProcess.Start(Product.Bridge, ["serve"], _place.Environment);
        BridgeEndpoint lost = await _place.WaitForBridgeAsync(StartTimeout);
        using HostedPlugin host = new(_place, _song);
        await host.WaitForAsync("the connection", StartTimeout, HostedPlugin.IsConnected);
        int before = host.Events.Count;
        MeetingPlace.Kill(lost);
        await host.WaitForAsync("the loss, while the song played on", ReconnectTimeout,
            report => HostedPlugin.IsPlaying(report) && !HostedPlugin.IsConnected(report), before);
        BridgeEndpoint found = await _place.WaitForBridgeAsync(ReconnectTimeout, previous: lost);
        Assert.NotEqual(lost.Token, found.Token);
        int afterLoss = host.Events.Count;
        await host.WaitForAsync("the new connection", ReconnectTimeout, HostedPlugin.IsConnected, afterLoss);
        JsonNode result = await host.FinishAsync();
        Assert.True((bool?)result["bit_identical"], result.ToJsonString());
    }

    public void Dispose()
    {
        _place.Dispose();
        File.Delete(_song);
    }
}
