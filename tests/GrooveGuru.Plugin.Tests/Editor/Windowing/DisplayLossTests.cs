using GrooveGuru.Plugin.Editor.Windowing;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class DisplayLossTests(VirtualDisplay display)
{
    [DisplayFact]
    public void Display_ThatDies_EndsNothingElse()
    {
        // Xlib itself, which plays the other program here, ends the process when its display dies: so there is none on this one.
        using (VirtualDisplay lost = new())
        {
            SilentListener listener = new();
            using X11Connection probe = X11Connection.TryOpen(out _)!;
            using INativeWindow window = NativeWindows.TryOpen(listener, out _)!;
            window.UseScale(1);
            Assert.True(window.TryAttach((nint)probe.Root, 200, 100));
            window.HandleEvents();

            lost.Kill();
            window.HandleEvents();
            Assert.True(window.IsLost);
            window.Paint(new PlainContent(), [new(0, 0, 100, 100)]);
            window.SetTextFocus(true);
            window.SetPointer(GrooveGuru.Plugin.Editor.PointerShape.Hand);
            window.CopyText("x");
            Assert.False(window.TryBeginDrag(new(["/tmp/x"], "x")));
            window.Tick(1);
            window.Detach();
        }

        VirtualDisplay.Use(display.Name);
    }

    [DisplayFact]
    public void Window_WithoutADisplay_IsNotOffered()
    {
        VirtualDisplay.Use(":4711");
        try
        {
            Assert.Null(NativeWindows.TryOpen(new SilentListener(), out string problem));
            Assert.Contains("display", problem, StringComparison.Ordinal);
        }
        finally
        {
            VirtualDisplay.Use(display.Name);
        }
    }
}
