using System.Diagnostics;
using GrooveGuru.Core.Audio;
using GrooveGuru.Host.Editor;
using GrooveGuru.Plugin.Tests.Editor.Windowing;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>
/// The bundle as its user meets it: a track is played to the real bridge, its notes are written and listened to with the mouse, and the samples
/// that come out of the plugin are looked at.
/// </summary>
public sealed class HostedListeningTests : IClassFixture<VirtualDisplay>, IDisposable
{
    private const int SampleRateHz = 48_000, FadeFrames = 480;
    private const double Seconds = 6;
    private const uint BridgeParameter = 1;

    // Where things stand in a window at the corner of the display: the tab, the button in the second card, the left edge of that card.
    private const int TabX = 250, TabY = 173, StartX = 690, StartY = 299, CardX = 50, LowestY = 370, HighestY = 480, StepY = 12;
    private static readonly double[] TuneHz = [261.63, 293.66, 329.63, 392.00, 440.00, 392.00, 329.63, 293.66];
    private readonly Vst3Module _module = Vst3Module.Load(BuiltFiles.Bundle);
    private readonly Vst3Plugin _plugin;

    public HostedListeningTests(VirtualDisplay display)
    {
        VirtualDisplay.Use(display.Name);
        _plugin = _module.Create();
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _module.Dispose();
    }

    [EditorFact]
    public void Notes_ListenedToInTheWindow_ComeOutOfThePluginUntilTheHostPlays()
    {
        using ServedBridge bridge = new();
        using OtherProgram hands = new();
        _plugin.Start(SampleRateHz, StandingTransport.BlockFrames);
        using HostedEditor editor = _plugin.OpenEditor() ?? throw new InvalidOperationException("no window: " + WindowLog.Text);
        PlayTune(editor);
        using StandingTransport host = new(_plugin, SampleRateHz);
        Click(hands, editor, TabX, TabY);
        string? preview = null;
        Await(editor, "a preview", () =>
        {
            Click(hands, editor, StartX, StartY); // until the bridge has heard enough, it says why not
            return (preview = Directory.Exists(ServedBridge.Cache)
                ? Directory.EnumerateFiles(ServedBridge.Cache, "preview.wav", SearchOption.AllDirectories).FirstOrDefault(IsWhole)
                : null) is not null;
        });
        AudioBuffer written = AudioFile.ReadAll(preview!);

        int y = LowestY, before = 0;
        Await(editor, "the preview in the output", () =>
        {
            before = FirstDifference(host);
            if (before < 0)
            {
                y = y >= HighestY ? LowestY : y + StepY;
                Click(hands, editor, CardX, y);
                editor.Run(TimeSpan.FromSeconds(0.5));
            }

            return before >= 0;
        });
        Await(editor, "two seconds of it", () => host.Heard(0).Out.Length > before + (2 * SampleRateHz));
        host.Play();
        int played = host.Heard(0).Out.Length;
        Await(editor, "what follows", () => host.Heard(0).Out.Length > played + SampleRateHz);

        for (int side = 0; side < 2; side++)
        {
            (float[] input, float[] output) = host.Heard(side);
            Assert.Equal(input[..before], output[..before]);
            Assert.Equal(written.Channels[side][FadeFrames..SampleRateHz], output[(before + FadeFrames)..(before + SampleRateHz)]);
            int after = played + StandingTransport.BlockFrames + FadeFrames;
            Assert.Equal(input[after..], output[after..]);
        }
    }

    // Files of the library appear whole in their folder; what is being made lies elsewhere.
    private static bool IsWhole(string path) => !path.Contains("unfinished", StringComparison.Ordinal);

    private static int FirstDifference(StandingTransport host)
    {
        (float[] input, float[] output) = host.Heard(0);
        return Array.FindIndex(Enumerable.Range(0, output.Length).ToArray(), frame => input[frame] != output[frame]);
    }

    private static void Click(OtherProgram hands, HostedEditor editor, int x, int y)
    {
        hands.MovePointer(x, y);
        hands.Button(isPress: true);
        hands.Button(isPress: false);
        editor.Run(TimeSpan.FromSeconds(0.2));
    }

    private static void Await(HostedEditor editor, string what, Func<bool> isReached)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isReached())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < ServedBridge.Limit, $"{what} does not come: {WindowLog.Text}");
            editor.Run(TimeSpan.FromSeconds(0.1));
        }
    }

    private void PlayTune(HostedEditor editor)
    {
        const int Frames = StandingTransport.BlockFrames;
        Await(editor, "the bridge", () =>
        {
            Process(0, isPlaying: false, _ => 0);
            return _plugin.ToText(BridgeParameter, _plugin.GetParameter(BridgeParameter)) == "connected";
        });
        for (long frame = 0; frame < Seconds * SampleRateHz; frame += Frames)
        {
            Process(frame, isPlaying: true, Tune);
            if (frame % (16 * Frames) == 0)
            {
                editor.Run(TimeSpan.FromSeconds(0.04)); // some four times as fast as real time
            }
        }
    }

    private static double Tune(double time)
    {
        double inNote = time % 0.5, hz = TuneHz[(int)(time / 0.5) % TuneHz.Length];
        return 0.25 * Math.Min(1, inNote * 100) * Math.Exp(-inNote * 3)
            * Enumerable.Range(1, 5).Sum(partial => Math.Sin(2 * Math.PI * hz * partial * time) / partial);
    }

    private void Process(long start, bool isPlaying, Func<double, double> sample)
    {
        float[] side = [.. Enumerable.Range(0, StandingTransport.BlockFrames).Select(frame => (float)sample((start + frame) / (double)SampleRateHz))];
        float[][] output = [new float[side.Length], new float[side.Length]];
        _plugin.Process([side, side], output, 0, side.Length, new BlockTransport(isPlaying, start, 120, 4, 4));
        Assert.Equal(side, output[0]);
        Assert.Equal(side, output[1]);
    }
}
