using System.Text;

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

    private static byte[]? Ask(OpenWindow open, string form)
    {
        OtherProgram program = open.Program;
        nint property = program.Atom("ANSWER");
        Xlib.ConvertSelection(program.Display, program.Atom("CLIPBOARD"), program.Atom(form), property, open.Parent, 0);
        Xlib.Sync(program.Display, 0);
        nint[]? answer = null;
        open.RunUntil(() => (answer = program.TakeEvent()) is not null && answer[0] == SelectionNotify);
        return answer![7] == 0 ? null : program.ReadBytes(open.Parent, property);
    }
}
