using System.Globalization;
using GrooveGuru.Host.Editor;
using GrooveGuru.Plugin.Tests.Editor.Windowing;
using GrooveGuru.Plugin.Vst3.Abi;
using Xunit.Abstractions;

namespace GrooveGuru.Host.Tests.Editor;

public sealed unsafe class HostedEditorTests : IClassFixture<VirtualDisplay>, IDisposable
{
    private const double MostBytesARound = 15_000;
    private const int MostWaits = 300;

    // Where the track's name stands in a window at the corner of the display.
    private const int NameX = 70, NameY = 26;
    private readonly VirtualDisplay _display;
    private readonly ITestOutputHelper _output;
    private readonly Vst3Module _module = Vst3Module.Load(BuiltFiles.Bundle);
    private readonly Vst3Plugin _plugin;

    public HostedEditorTests(VirtualDisplay display, ITestOutputHelper output)
    {
        _output = output;
        _display = display;
        VirtualDisplay.Use(display.Name);
        _plugin = _module.Create();
    }

    public void Dispose()
    {
        _plugin.Dispose();
        _module.Dispose();
    }

    [EditorFact]
    public void Editor_Opened_ShowsSomething()
    {
        using HostedEditor editor = Open();

        WindowImage image = editor.Capture();

        Assert.Equal(editor.Size, (image.Width, image.Height));
        Assert.True(image.ColorCount > 20, $"{image.ColorCount} colours");
        Assert.Equal((1, 1), editor.Registered);
    }

    [EditorFact]
    public void Editor_AtScaleTwo_IsTwiceAsLarge()
    {
        (int width, int height) = (0, 0);
        using (HostedEditor one = Open())
        {
            (width, height) = one.Size;
        }

        using HostedEditor two = Open(scale: 2);
        WindowImage image = two.Capture();

        Assert.Equal((2 * width, 2 * height), two.Size);
        Assert.NotEqual(0x404040u, image.At(image.Width - 3, image.Height - 3)); // the host's own gray is covered
    }

    [EditorFact]
    public void Editor_Resized_FillsTheHostsWindow()
    {
        using HostedEditor editor = Open();
        editor.Resize(900, 700);
        editor.Run(TimeSpan.FromSeconds(0.3));
        Assert.Equal((900, 700), editor.Size);
        WindowImage large = editor.Capture();
        Assert.NotEqual(0x404040u, large.At(897, 697));

        editor.Resize(10, 10);
        editor.Run(TimeSpan.FromSeconds(0.3));
        Assert.True(editor.Size is { Width: >= 200, Height: >= 100 }, $"{editor.Size} cannot be used");
    }

    [EditorFact]
    public void Editor_OpenedAgain_TakesTheFirstOnesPlace()
    {
        using HostedEditor first = Open();
        using HostedEditor second = Open();

        Assert.Equal((0, 0), first.Registered);
        Assert.Equal((1, 1), second.Registered);
        Assert.True(second.Capture().ColorCount > 20);
    }

    [EditorFact]
    public void Editor_OfATerminatedPlugin_IsClosed()
    {
        using HostedEditor editor = Open();

        _plugin.Terminate();

        Assert.Equal((0, 0), editor.Registered);
        _plugin.Initialize();
    }

    [EditorFact]
    public void Editor_Hidden_DoesNothing()
    {
        using (HostedEditor editor = Open())
        {
            editor.Hide();
            editor.Run(TimeSpan.FromSeconds(2));
        }

        (int hidden, _) = WindowLog.Newest;
        using (HostedEditor editor = Open())
        {
            editor.Run(TimeSpan.FromSeconds(2));
        }

        (int shown, _) = WindowLog.Newest;
        Assert.InRange(hidden, 1, 20);
        Assert.InRange(shown, 25, 90);
    }

    [EditorFact]
    public void Keys_WithoutATextField_StayTheHosts()
    {
        using HostedEditor editor = Open();

        Assert.False(editor.PressKey(' ', virtualKey: 7));
        Assert.False(editor.PressKey('s'));
    }

    [EditorFact]
    public void Name_TypedInTheWindow_MakesTheProjectDirty()
    {
        using OtherProgram hands = new();
        using HostedEditor editor = Open();
        int before = _plugin.DirtyCount;
        Assert.Equal(0, before); // to look is not to change
        hands.MovePointer(NameX, NameY);
        hands.Button(isPress: true);
        hands.Button(isPress: false);

        // Before the click has arrived the key is not the window's, and does nothing.
        bool isTyped = false;
        for (int wait = 0; wait < MostWaits && !(isTyped = editor.PressKey('B')); wait++)
        {
            editor.Run(TimeSpan.FromSeconds(0.05));
        }

        Assert.True(isTyped, "the name has not the keyboard");
        Assert.Equal(before, _plugin.DirtyCount);

        editor.PressKey('\0', virtualKey: 4);
        for (int wait = 0; wait < MostWaits && _plugin.DirtyCount == before; wait++)
        {
            editor.Run(TimeSpan.FromSeconds(0.05));
        }

        Assert.Equal(before + 1, _plugin.DirtyCount);
        Assert.False(editor.PressKey('s'));
    }

    [EditorFact]
    public void View_WithoutARunLoop_LeavesTheShownOneAlone()
    {
        using HostedEditor shown = Open();
        void* view = _plugin.CreateView("editor\0"u8);
        PlugViewVtable* functions = *(PlugViewVtable**)view;
        fixed (byte* type = ViewPlatform.Current)
        {
            Assert.NotEqual(Result.Ok, functions->Attached(view, (void*)shown.WindowId, type));
        }

        Assert.Equal((1, 1), shown.Registered);
        Assert.Equal(0u, functions->Base.Release(view));
        Assert.Equal((1, 1), shown.Registered);
    }

    [EditorFact]
    public void View_OfAnotherName_IsNotOffered()
    {
        Assert.True(_plugin.CreateView("generic\0"u8) == null);
        Assert.True(_plugin.CreateView("editorial\0"u8) == null);
    }

    [EditorFact]
    public void View_OfAnotherPlatform_IsRefused()
    {
        void* view = _plugin.CreateView("editor\0"u8);
        PlugViewVtable* functions = *(PlugViewVtable**)view;
        fixed (byte* type = "HWND\0"u8)
        {
            Assert.Equal(Result.False, functions->IsPlatformTypeSupported(view, type));
            Assert.NotEqual(Result.Ok, functions->Attached(view, (void*)1, type));
        }

        Assert.Equal(0u, functions->Base.Release(view));
    }

    [EditorFact]
    public void View_WithoutADisplay_IsNotOffered()
    {
        VirtualDisplay.Use(":4711");
        try
        {
            Assert.Null(_plugin.OpenEditor());
            Assert.Contains("no window: there is no X11 display", WindowLog.Text, StringComparison.Ordinal);
        }
        finally
        {
            VirtualDisplay.Use(_display.Name);
        }
    }

    [EditorFact]
    public void Editor_OpenedAndClosedWhileProcessing_LeavesNothing()
    {
        const int Rounds = 100, Samples = 6, RoundsASample = 40;
        using OtherProgram program = new();
        using Player player = new(_plugin);
        Cycle(Rounds);
        (int files, int windows) = (Files(), program.Children(program.Root).Length);
        List<double> memory = [Memory()];
        for (int sample = 0; sample < Samples; sample++)
        {
            Cycle(RoundsASample);
            memory.Add(Memory());
        }

        int more = Files() - files;
        Assert.True(more <= 2, $"{more} more files after {Samples * RoundsASample} rounds"); // other threads open and close some of their own
        Assert.Equal(windows, program.Children(program.Root).Length);

        // What is kept once shows in the first rounds; what is lost with every round goes on.
        double slope = Slope(memory.Skip(1)) / RoundsASample;
        _output.WriteLine($"{slope:0} bytes a round; KiB: {string.Join(' ', memory.Select(bytes => (long)bytes / 1024))}");
        Assert.True(slope < MostBytesARound, $"{slope:0} bytes more with each round; KiB: {string.Join(' ', memory.Select(bytes => (long)bytes / 1024))}");
        player.Stop();
        Assert.True(player.Blocks > 100);
    }

    [Fact]
    public void Slope_OfAPlantedLeak_IsItsSize()
    {
        Assert.Equal(3000, Slope([7_000_000, 7_003_000, 7_006_000, 7_009_000]), 1e-6);
        Assert.Equal(0, Slope([5, 5, 5]), 1e-9);
    }

    // Of a line through the values that leaves the least squares.
    private static double Slope(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double middle = (all.Length - 1) / 2.0, mean = all.Average();
        return all.Select((value, index) => (index - middle) * (value - mean)).Sum() / all.Select((_, index) => (index - middle) * (index - middle)).Sum();
    }

    private void Cycle(int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            using HostedEditor editor = Open(seconds: 0.02);
        }
    }

    private static int Files() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    private HostedEditor Open(double? scale = null, double seconds = 0.3)
    {
        HostedEditor editor = _plugin.OpenEditor(scale) ?? throw new InvalidOperationException("no window: " + WindowLog.Text);
        editor.Run(TimeSpan.FromSeconds(seconds));
        return editor;
    }
}
