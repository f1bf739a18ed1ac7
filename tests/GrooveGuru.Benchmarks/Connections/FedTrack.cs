using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Plugin;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Editor.Desk;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Benchmarks.Connections;

/// <summary>One instance of the plugin whose ring is filled by hand, with what its way to the bridge has gone through.</summary>
internal sealed class FedTrack : IBridgeLauncher, IDisposable
{
    private const int SampleRateHz = 48_000;
    private const int ChannelCount = 2;
    private readonly PluginInstance _instance;
    private long _position;
    private double _heard;
    private long _heardAt;

    /// <summary>Switches an instance on.</summary>
    /// <param name="location">Where its bridge is.</param>
    /// <param name="keepAlive">How soon that is given up.</param>
    public FedTrack(EndpointLocation location, GrpcKeepAlive keepAlive)
    {
        _instance = new PluginInstance(new GrpcBridgeGateway(location, keepAlive), this, DeskSurroundings.Shared, new EndPatience());
        _instance.SetActive(true);
    }

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>How often the connection was lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Blocks that found no room in the ring.</summary>
    public int LostBlocks { get; private set; }

    /// <summary>The longest time without a word of the bridge while connected.</summary>
    public TimeSpan LongestSilence { get; private set; }

    /// <summary>Hands over a block of a track that plays.</summary>
    /// <param name="samples">Interleaved stereo.</param>
    public void Feed(float[] samples)
    {
        CaptureHeader header = new()
        {
            FrameCount = samples.Length / ChannelCount,
            ChannelCount = ChannelCount,
            SampleRateHz = SampleRateHz,
            StreamPositionFrames = _position,
            ProjectTimeFrames = _position,
            TempoBpm = 120,
            Flags = CaptureFlags.Playing | CaptureFlags.HasProjectTime | CaptureFlags.HasTempo,
        };
        _position += header.FrameCount;
        LostBlocks += _instance.Processor.Ring!.TryWrite(header, samples, default) ? 0 : 1;
    }

    /// <summary>Looks at the way to the bridge.</summary>
    /// <param name="now">The clock's time.</param>
    /// <param name="frequency">Its ticks in a second.</param>
    public void Look(long now, double frequency)
    {
        Plugin.Editor.EditorState state = _instance.Desk.State;
        bool isConnected = state.Bridge == BridgeState.Connected;
        Losses += IsConnected && !isConnected ? 1 : 0;
        if (!IsConnected || state.HeardSeconds != _heard)
        {
            _heardAt = now;
            _heard = state.HeardSeconds;
        }

        IsConnected = isConnected;
        TimeSpan silence = TimeSpan.FromSeconds((now - _heardAt) / frequency);
        LongestSilence = silence > LongestSilence ? silence : LongestSilence;
    }

    /// <summary>Counts from here.</summary>
    public void Reset() => (Losses, LostBlocks, LongestSilence, _heardAt) = (0, 0, TimeSpan.Zero, System.Diagnostics.Stopwatch.GetTimestamp());

    /// <inheritdoc/>
    public LaunchOutcome Launch() => new(null, "the benchmark starts the bridge itself");

    /// <inheritdoc/>
    public void Dispose() => _instance.Dispose();
}
