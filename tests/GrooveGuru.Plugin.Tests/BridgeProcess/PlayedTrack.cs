using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Desk;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Tests.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>An instance with a real way to a real bridge, whose track is played by hand.</summary>
internal sealed class PlayedTrack : IDisposable, IBridgeLauncher
{
    private const int SampleRateHz = 22050;
    private const int BlockFrames = 2048;
    private long _position;

    public PlayedTrack(EndpointLocation location, EndPatience? patience = null)
    {
        DeskSurroundings surroundings = new(new UserPreferences(new PreferencesFile(null)), new FakeDesktop(), TimeProvider.System);
        Instance = new PluginInstance(new GrpcBridgeGateway(location), this, surroundings, patience ?? new EndPatience());
    }

    public PluginInstance Instance { get; }

    public IEditorDesk Desk => Instance.Desk;

    public EditorState State => Instance.Desk.State;

    public PlayedTrack SwitchOn()
    {
        Instance.SetActive(true);
        return this;
    }

    /// <summary>Plays clicks and a chord, as fast as the bridge takes them.</summary>
    /// <param name="seconds">How long, s.</param>
    /// <param name="gain">Linear; 0.01 is so soft that the bridge advises to turn it up.</param>
    public void Play(double seconds, float gain)
    {
        Random noise = new(3);
        float[] left = new float[BlockFrames];
        long end = (long)(seconds * SampleRateHz);
        for (long frame = 0; frame < end; frame += BlockFrames)
        {
            for (int index = 0; index < BlockFrames; index++)
            {
                double time = (double)(frame + index) / SampleRateHz;
                double click = Math.Exp(-(time % 0.5) * 60) * ((noise.NextDouble() * 2) - 1);
                double chord = Math.Sin(2 * Math.PI * 220 * time) + Math.Sin(2 * Math.PI * 329.63 * time);
                left[index] = gain * (float)((0.3 * click) + (0.1 * chord));
            }

            Write(left, frame, CaptureFlags.Playing);
        }

        Write(left, end, CaptureFlags.None);
    }

    /// <summary>Nothing is started: the tests say which bridges there are.</summary>
    public LaunchOutcome Launch() => new(null, "the test starts the bridges itself");

    public void Dispose() => Instance.Dispose();

    private void Write(float[] samples, long projectFrames, CaptureFlags flags)
    {
        CaptureHeader header = new()
        {
            FrameCount = BlockFrames,
            ChannelCount = 1,
            SampleRateHz = SampleRateHz,
            StreamPositionFrames = _position,
            ProjectTimeFrames = projectFrames,
            TempoBpm = 120,
            Flags = flags | CaptureFlags.HasProjectTime | CaptureFlags.HasTempo,
        };
        DeskFixture.Await(() => Instance.Processor.Ring!.TryWrite(header, samples, default));
        _position += BlockFrames;
    }
}
