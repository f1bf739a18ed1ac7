using System.Diagnostics;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Windowing;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A window with plain content inside a window of another program, whose loop it lives from.</summary>
internal sealed class OpenWindow : IEditorFrame, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(33);
    private long _lastTick;

    /// <summary>Opens one.</summary>
    /// <param name="scale">The host's content scale; null for none.</param>
    /// <param name="parent">The window around it; null makes one at 100, 100.</param>
    public OpenWindow(double? scale = null, nint? parent = null)
    {
        Window = EditorWindow.TryOpen((_, _) => Content = new PlainContent(), out string problem)
            ?? throw new InvalidOperationException(problem);
        Window.Frame = this;
        if (scale is { } factor)
        {
            Window.SetHostScale(factor);
        }

        (int width, int height) = Window.Size;
        Parent = parent ?? Program.MakeWindow(Left, Top, width, height);
        Assert.True(Window.TryAttach(Parent));
        RunUntil(() => Content.Paints > 0);
    }

    /// <summary>Where it is on the root window.</summary>
    public const int Left = 100, Top = 100;

    public OtherProgram Program { get; } = new();

    public nint Parent { get; }

    public EditorWindow Window { get; }

    public PlainContent Content { get; private set; } = null!;

    /// <summary>The window of ours inside the host's.</summary>
    public nint Own => Program.Children(Parent).Single();

    public List<(int Width, int Height)> WantedSizes { get; } = [];

    /// <summary>Lives for some time.</summary>
    public void Run(double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            Step();
        }
    }

    /// <summary>Lives until something holds; fails when it takes too long.</summary>
    public void RunUntil(Func<bool> holds, double seconds = 15)
    {
        long start = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < seconds, "what was waited for did not come");
            Step();
        }
    }

    /// <summary>Moves the pointer to a place of the window and presses the button there.</summary>
    public void Press(Rect target)
    {
        Program.MovePointer(Left + (int)(target.X + (target.Width / 2)), Top + (int)(target.Y + (target.Height / 2)));
        Run(0.05);
        Program.Button(isPress: true);
        Run(0.05);
    }

    public void Click(Rect target)
    {
        Press(target);
        Program.Button(isPress: false);
        Run(0.05);
    }

    public bool RequestSize(int width, int height)
    {
        WantedSizes.Add((width, height));
        return true;
    }

    public void Dispose()
    {
        Window.Dispose();
        Program.Dispose();
    }

    private void Step()
    {
        Window.HandleEvents();
        if (Stopwatch.GetElapsedTime(_lastTick) >= Tick)
        {
            _lastTick = Stopwatch.GetTimestamp();
            Window.Tick();
        }

        Thread.Sleep(1);
    }
}
