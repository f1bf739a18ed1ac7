namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class TextFocusTests
{
    private const uint Shift = 0xFFE1, Return = 0xFF0D, Space = 0x20;
    private const nint KeyPress = 2;

    [DisplayFact]
    public void Keys_WithoutATextField_StayTheHosts()
    {
        using OpenWindow open = new();
        Xlib.SelectInput(open.Program.Display, open.Parent, 1);
        Xlib.SetInputFocus(open.Program.Display, open.Parent, 1, 0);
        open.Click(PlainContent.Meter);

        open.Program.Key(Space);
        open.Run(0.2);

        Assert.Empty(open.Content.Keys);
        Assert.Contains(KeyPress, open.Program.TakeEvents()); // it reaches the host although the pointer is over our window
        Assert.False(open.Window.KeyFromHost(GrooveGuru.Plugin.Editor.EditorKey.Space, " ", default));
    }

    [DisplayFact]
    public void Keys_InATextField_AreTypedAndGivenBackAfter()
    {
        using OpenWindow open = new();
        Xlib.SetInputFocus(open.Program.Display, open.Parent, 1, 0);
        open.Click(PlainContent.Field);
        Assert.Equal(open.Own, open.Program.Focus);

        open.Program.Key('j', Shift);
        open.Program.Key('o');
        open.Program.Key(Space);
        open.Program.Key('7', Shift);
        open.RunUntil(() => open.Content.Typed.Length == 4);
        Assert.Equal("Jo &", open.Content.Typed);
        Assert.True(open.Window.KeyFromHost(GrooveGuru.Plugin.Editor.EditorKey.None, "x", default));

        open.Program.Key(Return);
        open.RunUntil(() => open.Content.Keys.Contains(GrooveGuru.Plugin.Editor.EditorKey.Enter));
        open.Run(0.1);
        Assert.Equal(open.Parent, open.Program.Focus);
        int keys = open.Content.Keys.Count;
        open.Program.Key('z');
        open.Run(0.2);
        Assert.Equal(keys, open.Content.Keys.Count);
    }

    [DisplayFact]
    public void Keyboard_TakenByAnotherWindow_IsNotTakenBackUntilAClick()
    {
        using OpenWindow open = new();
        open.Click(PlainContent.Field);
        nint other = open.Program.MakeWindow(600, 100, 100, 100);
        Xlib.SetInputFocus(open.Program.Display, other, 1, 0);
        Xlib.Sync(open.Program.Display, 0);
        open.Run(0.3);
        Assert.Equal(other, open.Program.Focus);
        Assert.False(open.Window.KeyFromHost(GrooveGuru.Plugin.Editor.EditorKey.Space, " ", default));

        open.Click(PlainContent.Field);
        Assert.Equal(open.Own, open.Program.Focus);
    }

    [DisplayFact]
    public void Keyboard_OfAClosedWindow_IsGivenBack()
    {
        using OpenWindow open = new();
        Xlib.SetInputFocus(open.Program.Display, open.Parent, 1, 0);
        open.Click(PlainContent.Field);

        open.Window.Detach();

        Assert.Equal(open.Parent, open.Program.Focus);
    }
}
