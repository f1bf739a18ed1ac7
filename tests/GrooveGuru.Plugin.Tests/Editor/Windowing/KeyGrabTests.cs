using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class KeyGrabTests
{
    private const uint Tab = 0xFF09, Down = 0xFF54, Return = 0xFF0D, Escape = 0xFF1B, Space = 0x20, Home = 0xFF50, End = 0xFF57, Shift = 0xFFE1, Control = 0xFFE3;
    private const nint KeyPress = 2, FocusChanges = 1 << 21, NotifyPointer = 5;

    [DisplayFact]
    public void Tab_AfterAClick_IsOursWhileTheHostKeepsTheKeyboard()
    {
        using OpenWindow open = Clicked();

        open.Program.Key(Tab);
        open.RunUntil(() => open.Content.Keys.Count == 1);
        open.Program.Key(Tab, Shift);
        open.RunUntil(() => open.Content.Keys.Count == 2);

        Assert.Equal([EditorKey.Tab, EditorKey.Tab], open.Content.Keys);
        Assert.Equal(open.Parent, open.Program.Focus);
        RunUntilHostHas(open, keys: 1); // Shift itself
    }

    [DisplayFact]
    public void Ring_WhileItShows_TakesItsKeysAndNoOthers()
    {
        using OpenWindow open = Clicked();
        open.Program.Key(Down);
        RunUntilHostHas(open, keys: 1);
        Assert.Empty(open.Content.Keys); // there is no ring yet

        open.Program.Key(Tab);
        open.RunUntil(() => open.Program.IsGrabbed(open.Parent, Down));
        open.Program.Key(Down);
        open.Program.Key(Return);
        open.RunUntil(() => open.Content.Keys.Count == 3);
        open.Program.Key(Space);
        open.Program.Key('s');
        open.Program.Key(Home);
        open.Program.Key(End);
        open.Program.Key(Down, Control);
        RunUntilHostHas(open, keys: 6); // with Control itself

        Assert.Equal([EditorKey.Tab, EditorKey.Down, EditorKey.Enter], open.Content.Keys);
        open.Program.Key(Escape);
        open.RunUntil(() => !open.Program.IsGrabbed(open.Parent, Down));
        open.Program.Key(Down);
        RunUntilHostHas(open, keys: 1);
        Assert.Equal(4, open.Content.Keys.Count);
    }

    [DisplayFact]
    public void Tab_BeforeAClickOrAfterThePointerHasLeft_IsTheHosts()
    {
        using OpenWindow open = new();
        Xlib.SelectInput(open.Program.Display, open.Parent, 1);
        Xlib.SetInputFocus(open.Program.Display, open.Parent, 1, 0);
        open.Program.MovePointer(OpenWindow.Left + 50, OpenWindow.Top + 60);
        open.RunUntil(() => open.Content.LastMove == (50, 60));
        open.Program.Key(Tab);
        RunUntilHostHas(open, keys: 1);

        open.Click(PlainContent.Meter);
        open.RunUntil(() => open.Program.IsGrabbed(open.Parent, Tab));
        open.Program.MovePointer(OpenWindow.Left + 900, OpenWindow.Top + 60);
        open.RunUntil(() => !open.Program.IsGrabbed(open.Parent, Tab));
        open.Program.MovePointer(OpenWindow.Left + 51, OpenWindow.Top + 61);
        open.RunUntil(() => open.Content.LastMove == (51, 61));
        open.Program.Key(Tab);
        RunUntilHostHas(open, keys: 1);
        Assert.Empty(open.Content.Keys);
    }

    [DisplayFact]
    public void Tab_WhileAWindowBesideOursHasTheKeyboard_IsOurs()
    {
        using OtherProgram host = new();
        nint outer = host.MakeWindow(OpenWindow.Left, OpenWindow.Top, 300, 300);
        nint inner = host.MakeWindow(0, 0, 200, 200, outer), beside = host.MakeWindow(250, 250, 10, 10, outer);
        Xlib.SelectInput(host.Display, inner, FocusChanges);
        using OpenWindow open = new(parent: inner);
        Xlib.SetInputFocus(host.Display, beside, 1, 0);
        open.Click(PlainContent.Meter);
        open.RunUntil(() => open.Program.IsGrabbed(outer, Tab));
        host.TakeEvents();

        open.Program.Key(Tab);
        open.RunUntil(() => open.Content.Keys.Count == 1);
        open.Run(0.1);

        // What lies in between is told of the pointer only, which toolkits leave alone.
        while (host.TakeEvent() is { } happened)
        {
            Assert.Equal(NotifyPointer, happened[5] >> 32);
        }

        Assert.Equal(beside, host.Focus);
        open.Window.Detach();
        open.RunUntil(() => !open.Program.IsGrabbed(outer, Tab));
        open.Program.Key(Tab);
        open.Run(0.2);
        Assert.Single(open.Content.Keys);
    }

    [DisplayFact]
    public void Tab_AfterADragOut_IsTheHosts()
    {
        string file = Path.GetTempFileName();
        try
        {
            using OpenWindow open = Clicked();
            open.Content.Offer = new DragOffer([file], "take");
            open.Press(PlainContent.Strip);
            open.Program.MovePointer(OpenWindow.Left + 900, OpenWindow.Top + 60);
            open.RunUntil(() => !open.Program.IsGrabbed(open.Parent, Tab));
            open.Program.Button(isPress: false);
            open.RunUntil(() => open.Content.EndedDrags.Count == 1);
            open.Program.TakeEvents();

            open.Program.Key(Tab);
            RunUntilHostHas(open, keys: 1);

            Assert.Empty(open.Content.Keys);
            Assert.False(open.Program.IsGrabbed(open.Parent, Tab));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [DisplayFact]
    public void Tab_AfterTheHostHasDestroyedOurWindow_IsTheHosts()
    {
        using OtherProgram host = new();
        nint outer = host.MakeWindow(OpenWindow.Left, OpenWindow.Top, 300, 300), inner = host.MakeWindow(0, 0, 200, 200, outer);
        using OpenWindow open = new(parent: inner);
        open.Click(PlainContent.Meter);
        open.RunUntil(() => host.IsGrabbed(outer, Tab));

        // While the host holds the pointer, as with a menu, nobody tells that it has left our window.
        Assert.Equal(0, Xlib.GrabPointer(host.Display, outer, 0, 0, 1, 1, 0, 0, 0));
        Xlib.DestroyWindow(host.Display, inner);

        open.RunUntil(() => !host.IsGrabbed(outer, Tab));
        Xlib.UngrabPointer(host.Display, 0);
        Assert.NotEqual((-1, -1), open.Content.LastMove);
    }

    [DisplayFact]
    public void Tab_InAWindowAttachedAgain_NeedsAnotherClick()
    {
        using OpenWindow open = Clicked();
        open.Window.Detach();
        int paints = open.Content.Paints;
        Assert.True(open.Window.TryAttach(open.Parent));
        open.RunUntil(() => open.Content.Paints > paints);

        Assert.False(open.Program.IsGrabbed(open.Parent, Tab));
    }

    [DisplayFact]
    public void Key_HandedOnByTheHost_IsTakenByTheSameRule()
    {
        using OpenWindow open = Clicked();

        Assert.False(open.Window.KeyFromHost(EditorKey.Space, " ", default));
        Assert.False(open.Window.KeyFromHost(EditorKey.Down, "", default));
        Assert.True(open.Window.KeyFromHost(EditorKey.Tab, "", default));
        Assert.True(open.Window.KeyFromHost(EditorKey.Down, "", default));
        Assert.False(open.Window.KeyFromHost(EditorKey.Down, "", PointerModifiers.Control));
        Assert.False(open.Window.KeyFromHost(EditorKey.Space, " ", default));
    }

    private static OpenWindow Clicked()
    {
        OpenWindow open = new();
        Xlib.SelectInput(open.Program.Display, open.Parent, 1);
        Xlib.SetInputFocus(open.Program.Display, open.Parent, 1, 0);
        open.Click(PlainContent.Meter);
        open.RunUntil(() => open.Program.IsGrabbed(open.Parent, Tab));
        return open;
    }

    // Exactly so many keys since its events were taken last.
    private static void RunUntilHostHas(OpenWindow open, int keys)
    {
        int count = 0;
        open.RunUntil(() => (count += open.Program.TakeEvents().Count(kind => kind == KeyPress)) >= keys);
        Assert.Equal(keys, count);
    }
}
