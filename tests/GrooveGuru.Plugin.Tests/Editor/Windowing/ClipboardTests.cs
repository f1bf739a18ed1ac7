using System.Text;
using GrooveGuru.Plugin.Editor.Windowing.X11;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class ClipboardTests
{
    private const int SelectionNotify = 31;

    [DisplayFact]
    public void Text_Copied_IsReadByAnotherProgram()
    {
        using OpenWindow open = new();
        open.Window.CopyText("−3 dB bei 250 Hz — João");

        Assert.Equal("−3 dB bei 250 Hz — João", Encoding.UTF8.GetString(Ask(open, "UTF8_STRING")!));
        Assert.Equal("−3 dB bei 250 Hz — João", Encoding.UTF8.GetString(Ask(open, "text/plain;charset=utf-8")!));
        Assert.Null(Ask(open, "image/png"));
    }

    [DisplayFact]
    public void Forms_Asked_AreNamed()
    {
        using OpenWindow open = new();
        open.Window.CopyText("x");
        Ask(open, "TARGETS");

        nint[] forms = open.Program.ReadNumbers(open.Parent, "ANSWER");
        Assert.Contains(open.Program.Atom("TARGETS"), forms);
        Assert.Contains(open.Program.Atom("UTF8_STRING"), forms);
    }

    [DisplayFact]
    public void SeveralForms_AskedAtOnce_AreAllAnswered()
    {
        using OpenWindow open = new();
        open.Window.CopyText("x");
        OtherProgram program = open.Program;
        program.WriteNumbers(
            open.Parent, "ANSWER", program.Atom("ATOM_PAIR"), program.Atom("UTF8_STRING"), program.Atom("ONE"), program.Atom("image/png"),
            program.Atom("TWO"), program.Atom("TIMESTAMP"), program.Atom("THREE"));

        Ask(open, "MULTIPLE");

        nint[] pairs = program.ReadNumbers(open.Parent, "ANSWER");
        Assert.Equal([program.Atom("ONE"), 0, program.Atom("THREE")], [pairs[1], pairs[3], pairs[5]]);
        Assert.Equal("x"u8.ToArray(), program.ReadBytes(open.Parent, program.Atom("ONE")));
        Assert.Single(program.ReadNumbers(open.Parent, "THREE"));
    }

    [DisplayFact]
    public void Text_OfAClosedWindow_StaysUntilAnotherIsCopied()
    {
        using OpenWindow open = new();
        open.Click(PlainContent.Meter); // the display's clock is known from here on
        open.Window.CopyText("stays");
        open.Window.Detach();

        Assert.Equal("stays", Encoding.UTF8.GetString(Ask(open, "UTF8_STRING")!));
        Assert.True(ClipboardKeeper.IsKeeping);

        Xlib.SetSelectionOwner(open.Program.Display, open.Program.Atom("CLIPBOARD"), open.Parent, 0);
        Xlib.Sync(open.Program.Display, 0);
        open.RunUntil(() => !ClipboardKeeper.IsKeeping);
    }

    [DisplayFact]
    public void Text_OfAWindowThatTheHostDestroys_Stays()
    {
        using OtherProgram host = new();
        nint outer = host.MakeWindow(OpenWindow.Left, OpenWindow.Top, 300, 300), inner = host.MakeWindow(0, 0, 200, 200, outer);
        using OpenWindow open = new(parent: inner);
        open.Click(PlainContent.Meter);
        open.Window.CopyText("stays");
        open.RunUntil(() => !ClipboardKeeper.IsKeeping); // what another test has left

        Xlib.DestroyWindow(host.Display, inner);
        Xlib.Sync(host.Display, 0);
        open.RunUntil(() => ClipboardKeeper.IsKeeping && Xlib.GetSelectionOwner(host.Display, host.Atom("CLIPBOARD")) != 0);

        Assert.Equal("stays", Encoding.UTF8.GetString(Ask(open, "UTF8_STRING", open.Program.MakeWindow(0, 0, 10, 10))!));
    }

    [DisplayFact]
    public void Text_CopiedBeforeAnotherPrograms_IsNotKept()
    {
        using OpenWindow open = new();
        nint clipboard = open.Program.Atom("CLIPBOARD");
        Xlib.SetSelectionOwner(open.Program.Display, clipboard, open.Parent, 0);
        Xlib.Sync(open.Program.Display, 0);

        ClipboardKeeper.Keep("older"u8, timeMs: 1);

        open.RunUntil(() => !ClipboardKeeper.IsKeeping);
        Assert.Equal(open.Parent, Xlib.GetSelectionOwner(open.Program.Display, clipboard));
    }

    [DisplayFact]
    public void Text_OfAClosedWindow_IsGoneWithTheModule()
    {
        using OpenWindow open = new();
        open.Window.CopyText("stays");
        open.Window.Detach();

        ClipboardKeeper.End();

        Assert.False(ClipboardKeeper.IsKeeping);
        Assert.Equal(0, Xlib.GetSelectionOwner(open.Program.Display, open.Program.Atom("CLIPBOARD")));
    }

    [DisplayFact]
    public void Text_OfAClosedWindow_IsLeftToTheClipboardManager()
    {
        using OpenWindow open = new();
        OtherProgram program = open.Program;
        Xlib.SetSelectionOwner(program.Display, program.Atom("CLIPBOARD_MANAGER"), open.Parent, 0);
        Xlib.Sync(program.Display, 0);
        open.Window.CopyText("stays");
        open.Window.Detach();

        nint[]? request = null;
        open.RunUntil(() => (request = program.TakeEvent()) is not null && request[0] == 30);
        Assert.Equal(program.Atom("SAVE_TARGETS"), request![7]);
        Assert.Equal("stays", Encoding.UTF8.GetString(Ask(open, "UTF8_STRING")!)); // the manager reads before it answers
        program.AnswerSelection(request, isGiven: true);
        open.RunUntil(() => !ClipboardKeeper.IsKeeping);
    }

    private static byte[]? Ask(OpenWindow open, string form, nint? asker = null)
    {
        OtherProgram program = open.Program;
        nint property = program.Atom("ANSWER");
        Xlib.ConvertSelection(program.Display, program.Atom("CLIPBOARD"), program.Atom(form), property, asker ?? open.Parent, 0);
        Xlib.Sync(program.Display, 0);
        nint[]? answer = null;
        open.RunUntil(() => (answer = program.TakeEvent()) is not null && answer[0] == SelectionNotify);
        return answer![7] == 0 ? null : program.ReadBytes(asker ?? open.Parent, property);
    }
}
