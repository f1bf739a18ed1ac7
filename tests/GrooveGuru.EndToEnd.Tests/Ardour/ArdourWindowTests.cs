using System.Diagnostics;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;
using GrooveGuru.EndToEnd.Tests.Bridge;
using GrooveGuru.EndToEnd.Tests.Processes;
using GrooveGuru.Plugin.Tests.Editor.Windowing;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>The plugin's window inside a real Ardour 7 with windows, used as a producer uses it.</summary>
public sealed class ArdourWindowTests : IDisposable
{
    private const int SampleRateHz = 48000, Seconds = 8;

    // Where things are in the plugin's window at its first size, in points.
    private const int TabX = 265, TabY = 172, ButtonX = 685, ButtonY = 299, StripX = 100, StripTop = 320, StripBottom = 440;
    private const int CanvasX = 370, CanvasY = 560;
    private const int PageX = 400, PageY = 500;
    private const uint Tab = 0xFF09, Space = 0x20;
    private const uint RingColor = 0xFFFFFF, BarColor = 0x62C9B8;
    private static readonly (int X, int Y, int Width, int Height) Header = (0, 0, 760, 72), LeftBar = (40, 70, 120, 60);
    private static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(60);
    private readonly MeetingPlace _place = new();

    public void Dispose() => _place.Dispose();

    [ArdourWindowFact]
    public async Task Keys_InThePluginsWindow_TabIsThePluginsAndSpaceTheTransports()
    {
        using ArdourWorkplace ardour = new(_place.Environment);
        ArdourSettings settings = new(ArdourRun.ClassId, SampleRateHz, Seconds, WaitBeforeSeconds: 0, WaitAfterSeconds: 0);
        await CreateSessionAsync(ardour, settings);
        ArdourSessionFile.ShowPluginWindow(ardour.SessionFile, "Guitar");

        using VirtualDisplay display = new();
        using ExternalProcess program = ardour.StartWindowed(display.Name);
        using ArdourScreen screen = new(new OtherProgram());
        nint plugin = await screen.AwaitPluginAsync(() => program.Text);
        await Task.Delay(TimeSpan.FromSeconds(4)); // until Ardour has laid out its windows
        nint around = screen.WindowAround(plugin);
        screen.GiveKeyboard(around);
        await screen.ClickAsync(plugin, PageX, PageY);
        Assert.Equal(0, screen.CountOf(RingColor, plugin, Header, step: 4));

        // The first one is the name, which takes the keyboard to be typed into; after it come buttons, which do not.
        bool wasTyping = false;
        for (int step = 0; step < 3; step++)
        {
            screen.Press(Tab);
            await Task.Delay(500);
            Assert.True(screen.CountOf(RingColor, plugin, Header, step: 4) > 0, $"no ring after {step + 1}: {program.Text}");
            wasTyping |= screen.Keyboard == plugin;
        }

        Assert.True(wasTyping);
        Assert.Equal(around, screen.Keyboard);
        Assert.Equal(0, screen.CountOf(BarColor, plugin, LeftBar, step: 4)); // nothing plays yet

        screen.Press(Space);
        await ArdourScreen.UntilAsync(
            () => screen.CountOf(BarColor, plugin, LeftBar, step: 4) > 0, () => $"the transport did not start: {program.Text}");
    }

    [ArdourWindowFact]
    public async Task Midi_DraggedOntoTheCanvas_IsARegion()
    {
        using ArdourWorkplace ardour = new(_place.Environment);
        ArdourSettings settings = new(ArdourRun.ClassId, SampleRateHz, Seconds, WaitBeforeSeconds: 4, WaitAfterSeconds: 1);
        await CreateSessionAsync(ardour, settings);
        await ardour.RunAsync("play", settings, StepTimeout); // the bridge goes on with what it has heard of the track
        ArdourSessionFile.ShowPluginWindow(ardour.SessionFile, "Guitar");

        using VirtualDisplay display = new();
        using ExternalProcess program = ardour.StartWindowed(display.Name);
        using ArdourScreen screen = new(new OtherProgram());
        nint plugin = await screen.AwaitPluginAsync(() => $"{program.Text} {_place.Logs}");
        await Task.Delay(TimeSpan.FromSeconds(4)); // until Ardour has laid out its windows and the bridge is back
        await screen.ClickAsync(plugin, TabX, TabY);
        await screen.ClickAsync(plugin, ButtonX, ButtonY);
        long start = Stopwatch.GetTimestamp();
        while (!await screen.TryTakeStripAsync(plugin, StripX, StripTop, StripBottom))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < StepTimeout, $"there is nothing to drag: {program.Text} {_place.Logs}");
            await screen.ClickAsync(plugin, ButtonX, ButtonY);
        }

        await screen.DropAsync(plugin, screen.EditorWindow, CanvasX, CanvasY);
        await ArdourScreen.UntilAsync(
            () =>
            {
                screen.Save();
                return ArdourSessionFile.MidiRegionNames(ardour.SessionFile).Any(name => name.Contains("drums", StringComparison.OrdinalIgnoreCase));
            },
            () => $"no region came: {program.Text} {_place.Logs}");
        string imported = Path.Combine(ardour.SessionFolder, "interchange");
        await ArdourScreen.UntilAsync(() => Filled(imported).Length > 0, () => $"the region has no notes: {program.Text}");
        AssertSameNotes(Assert.Single(Directory.GetFiles(_place.CacheFolder, "drums.mid", SearchOption.AllDirectories)), Assert.Single(Filled(imported)));
    }

    // Ardour writes what it has read into files of its own, in its own resolution; some of them stay empty, and each is empty at first.
    private static string[] Filled(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.mid", SearchOption.AllDirectories).Where(IsFilled),
    ];

    private static bool IsFilled(string path)
    {
        try
        {
            return Notes(path).Length > 0;
        }
        catch (InvalidMidiException)
        {
            return false; // it is being written
        }
    }

    private static void AssertSameNotes(string written, string imported)
    {
        const double QuarterTolerance = 0.01;
        (double Start, double Length, int Pitch, int Velocity)[] expected = Notes(written), found = Notes(imported);
        Assert.Equal(expected.Select(note => (note.Pitch, note.Velocity)), found.Select(note => (note.Pitch, note.Velocity)));
        Assert.All(expected.Zip(found), pair =>
        {
            Assert.Equal(pair.First.Start, pair.Second.Start, QuarterTolerance);
            Assert.Equal(pair.First.Length, pair.Second.Length, QuarterTolerance);
        });
    }

    private static (double Start, double Length, int Pitch, int Velocity)[] Notes(string path)
    {
        MidiSong song = MidiFileReader.Read(path);
        double quarter = song.TicksPerQuarter;
        return [.. song.Tracks.SelectMany(track => track.Notes).Select(note => (note.StartTicks / quarter, note.LengthTicks / quarter, note.Pitch, note.Velocity))];
    }

    // One track with a song on it and the plugin.
    private static async Task CreateSessionAsync(ArdourWorkplace ardour, ArdourSettings settings)
    {
        string song = ardour.PathOf("song.wav");
        WavFile.Write(song, TestSong.Make(SampleRateHz, Seconds));
        (ProcessOutput scan, _) = await ardour.ScanAsync();
        scan.AssertSucceeded();
        await ardour.RunAsync("create", settings, StepTimeout);
        ArdourSessionFile.PlaceAudio(ardour.SessionFile, "Guitar", song, channelCount: 2, Seconds);
    }
}
