using System.Diagnostics;
using GrooveGuru.Host.Editor;
using GrooveGuru.Host.Tests.Conformance;
using GrooveGuru.Plugin.Tests.Editor.Windowing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>The bundle with its window attached and a track that plays, while the real bridge is killed.</summary>
public sealed class EditorBridgeLossTests : IClassFixture<VirtualDisplay>, IDisposable
{
    private const int BlockFrames = 256;
    private const int SampleRateHz = 48_000;
    private const uint BridgeParameter = 1;
    private readonly Vst3Module _module = Vst3Module.Load(BuiltFiles.Bundle);
    private readonly Vst3Plugin _plugin;
    private readonly RawBlock _block = new(2, BlockFrames);
    private readonly Random _random = new(4);
    private ServedBridge? _bridge;

    public EditorBridgeLossTests(VirtualDisplay display)
    {
        VirtualDisplay.Use(display.Name);
        _plugin = _module.Create();
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _module.Dispose();
        _block.Dispose();
        _bridge?.Dispose();
    }

    [EditorFact]
    public void Bridge_KilledWhileTheWindowIsOpen_LeavesAudioAndMetersGoingOn()
    {
        _bridge = new ServedBridge();
        _plugin.Start(SampleRateHz, BlockFrames);
        using HostedEditor editor = _plugin.OpenEditor() ?? throw new InvalidOperationException("no window: " + WindowLog.Text);
        PlayUntil(editor, () => IsConnected);
        AwaitMovement(editor);
        _bridge.Dispose();
        PlayUntil(editor, () => !IsConnected);
        AwaitMovement(editor);
        AwaitMovement(editor);
        _plugin.Stop();
    }

    private bool IsConnected => _plugin.ToText(BridgeParameter, _plugin.GetParameter(BridgeParameter)) == "connected";

    // The host's main thread and its audio thread in turns, a block in each.
    private void PlayUntil(HostedEditor editor, Func<bool> isReached)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (int block = 0; block < 10; block++)
            {
                _block.FillWithNoise(_random);
                float gain = _random.NextSingle(); // so that the meters move
                foreach (int channel in (int[])[0, 1])
                {
                    foreach (ref float sample in _block.Input(channel))
                    {
                        sample *= gain;
                    }
                }

                Assert.Equal(Result.Ok, _block.Process(_plugin, BlockFrames, out bool isIntact));
                Assert.True(isIntact && _block.Input(0).SequenceEqual(_block.Output(0)) && _block.Input(1).SequenceEqual(_block.Output(1)));
            }

            editor.Run(TimeSpan.FromMilliseconds(50));
            Assert.True(Stopwatch.GetElapsedTime(start) < ServedBridge.Limit, "it does not come: " + WindowLog.Text);
        }
        while (!isReached());
    }

    // The meters show what is played.
    private void AwaitMovement(HostedEditor editor)
    {
        uint[] before = editor.Capture().Pixels;
        PlayUntil(editor, () => !editor.Capture().Pixels.AsSpan().SequenceEqual(before));
    }
}
