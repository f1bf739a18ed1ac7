using System.Diagnostics;
using System.Text;
using GrooveGuru.Plugin.Tests.Editor.Windowing;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>What a user sees of a running Ardour, and the user's hands. Places in the plugin's window are points from its corner.</summary>
internal sealed class ArdourScreen(OtherProgram display) : IDisposable
{
    private const uint Control = 0xFFE3;
    private const int MoveSteps = 12;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits for the plugin's window inside Ardour's.</summary>
    public async Task<nint> AwaitPluginAsync(Func<string> explain)
    {
        nint found = 0;
        await UntilAsync(() => (found = PluginWindow()) != 0, () => $"the plugin's window did not come: {explain()}");
        return found;
    }

    /// <summary>Presses and lets go at a place of a window.</summary>
    public async Task ClickAsync(nint window, int x, int y)
    {
        await MoveAsync(window, x, y);
        display.Button(isPress: true);
        await Task.Delay(100);
        display.Button(isPress: false);
        await Task.Delay(300);
    }

    /// <summary>Looks for the strip that can be dragged below a place: a drag shows its label as a window of its own.</summary>
    /// <returns>Whether a drag has begun; the button is held then.</returns>
    public async Task<bool> TryTakeStripAsync(nint window, int x, int top, int bottom)
    {
        for (int y = top; y < bottom; y += 12)
        {
            await MoveAsync(window, x, y);
            int before = DragLabels();
            display.Button(isPress: true);
            await Task.Delay(80);
            await MoveAsync(window, x + 12, y + 6);
            await Task.Delay(150);
            if (DragLabels() > before)
            {
                return true;
            }

            display.Button(isPress: false);
            await Task.Delay(80);
        }

        return false;
    }

    /// <summary>Carries what is held to a place of a window, step by step, and lets go.</summary>
    public async Task DropAsync(nint from, nint window, int x, int y)
    {
        (int startX, int startY) = display.PlaceOf(from);
        (int left, int top) = display.PlaceOf(window);
        for (int step = 1; step <= MoveSteps; step++)
        {
            display.MovePointer(
                startX + 100 + ((left + x - startX - 100) * step / MoveSteps), startY + 300 + ((top + y - startY - 300) * step / MoveSteps));
            await Task.Delay(60);
        }

        await Task.Delay(500);
        display.Button(isPress: false);
    }

    /// <summary>Ardour's editor window.</summary>
    public nint EditorWindow => display.Children(display.Root).First(
        window => Encoding.UTF8.GetString(display.ReadBytes(window, display.Atom("_NET_WM_NAME"))).EndsWith(" - Ardour", StringComparison.Ordinal));

    /// <summary>The window of the host around one of the plugin's.</summary>
    public nint WindowAround(nint plugin) => display.Children(display.Root).First(window => display.Descendants(window).Contains(plugin));

    /// <summary>The window that has the keyboard.</summary>
    public nint Keyboard => display.Focus;

    /// <summary>Gives a window the keyboard, as a window manager does.</summary>
    public void GiveKeyboard(nint window) => Xlib.SetInputFocus(display.Display, window, 1, 0);

    /// <summary>Presses a key.</summary>
    public void Press(uint symbol) => display.Key(symbol);

    /// <summary>How many of the pixels in a grid over a part of a window have a colour.</summary>
    public int CountOf(uint color, nint window, (int X, int Y, int Width, int Height) part, int step)
    {
        int found = 0;
        for (int y = part.Y; y < part.Y + part.Height; y++)
        {
            for (int x = part.X; x < part.X + part.Width; x += step)
            {
                found += display.PixelOf(window, x, y) == color ? 1 : 0;
            }
        }

        return found;
    }

    /// <summary>Saves the session with the keys for it.</summary>
    public void Save()
    {
        Xlib.SetInputFocus(display.Display, EditorWindow, 1, 0);
        display.Key('s', Control);
    }

    /// <summary>Waits until something holds; fails with an explanation.</summary>
    public static async Task UntilAsync(Func<bool> holds, Func<string> explain)
    {
        long start = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, explain());
            await Task.Delay(200);
        }
    }

    public void Dispose() => display.Dispose();

    // Ours says that it wants to be embedded; nothing else on this display does.
    private nint PluginWindow() => display.Descendants(display.Root).FirstOrDefault(window => display.ReadNumbers(window, "_XEMBED_INFO") is [1, _]);

    private int DragLabels() => display.Children(display.Root).Count(
        window => display.ReadNumbers(window, "_NET_WM_WINDOW_TYPE").Contains(display.Atom("_NET_WM_WINDOW_TYPE_DND")));

    private async Task MoveAsync(nint window, int x, int y)
    {
        (int left, int top) = display.PlaceOf(window);
        display.MovePointer(left + x - 3, top + y - 2);
        await Task.Delay(60);
        display.MovePointer(left + x, top + y);
        await Task.Delay(120);
    }
}
