using System.Text;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class PasteTests(VirtualDisplay display)
{
    private const uint Control = 0xFFE3, Shift = 0xFFE1, Insert = 0xFF63;
    private const nint SelectionRequest = 30, PrimarySelection = 1, StringForm = 31;

    [DisplayFact]
    public void Text_OfAnotherProgram_IsPutIntoTheField()
    {
        using OpenWindow open = new();
        Offer(open, "CLIPBOARD");
        open.Click(PlainContent.Field);

        open.Program.Key('v', Control);
        Serve(open, "UTF8_STRING", Encoding.UTF8.GetBytes("João\n♪ \tend"));

        Assert.Equal("João ♪  end", open.Content.Typed);
        open.Program.Key(Insert, Shift);
        Serve(open, "UTF8_STRING", "!"u8.ToArray());
        Assert.Equal("João ♪  end!", open.Content.Typed);
    }

    [DisplayFact]
    public void Text_OfAnOldProgram_IsTakenAsLatin1()
    {
        using OpenWindow open = new();
        Offer(open, "CLIPBOARD");
        open.Click(PlainContent.Field);

        open.Program.Key('v', Control);
        Serve(open, "STRING", [0x4A, 0x6F, 0xE3, 0x6F]);

        Assert.Equal("João", open.Content.Typed);
    }

    [DisplayFact]
    public void MiddleButton_InAField_PutsInWhatWasChosen()
    {
        using OpenWindow open = new();
        Xlib.SetSelectionOwner(open.Program.Display, PrimarySelection, open.Parent, 0);
        Xlib.Sync(open.Program.Display, 0);
        open.Program.MovePointer(OpenWindow.Left + 50, OpenWindow.Top + 20);
        open.Run(0.1);
        open.Program.Button(isPress: true, button: 2);
        open.Program.Button(isPress: false, button: 2);

        Serve(open, "UTF8_STRING", "chosen"u8.ToArray());

        Assert.Equal("chosen", open.Content.Typed);
    }

    [DisplayFact]
    public void Text_ThatComesInPiecesOrNotAtAll_IsNotTaken()
    {
        using OpenWindow open = new();
        Offer(open, "CLIPBOARD");
        open.Click(PlainContent.Field);
        open.Program.Key('v', Control);
        Serve(open, "UTF8_STRING", [0, 0, 16, 0], type: "INCR");
        Assert.Equal("", open.Content.Typed);

        open.Program.Key('v', Control);
        open.Run(2.5); // longer than is waited for
        Serve(open, "UTF8_STRING", "late"u8.ToArray());
        Assert.Equal("", open.Content.Typed);
    }

    [GtkFact]
    public void Text_OfAGtkProgram_IsPutIntoTheField()
    {
        using GtkTarget other = new(600, 300, display, "−3 dB, João");
        using OpenWindow open = new();
        open.RunUntil(() => other.Lines.Contains("READY"), seconds: 30);
        open.Click(PlainContent.Field);

        open.Program.Key('v', Control);

        open.RunUntil(() => open.Content.Typed == "−3 dB, João");
    }

    private static void Offer(OpenWindow open, string selection)
    {
        Xlib.SetSelectionOwner(open.Program.Display, open.Program.Atom(selection), open.Parent, 0);
        Xlib.Sync(open.Program.Display, 0);
    }

    // Answers one request in a form, and says no to others that come before it.
    private static void Serve(OpenWindow open, string form, byte[] text, string? type = null)
    {
        OtherProgram program = open.Program;
        nint wanted = form == "STRING" ? StringForm : program.Atom(form);
        bool isServed = false;
        open.RunUntil(() =>
        {
            if (program.TakeEvent() is { } happened && happened[0] == SelectionRequest)
            {
                isServed = happened[7] == wanted;
                if (isServed)
                {
                    program.WriteBytes(happened[5], happened[8], type is null ? wanted : program.Atom(type), text);
                }

                program.AnswerSelection(happened, isServed);
            }

            return isServed;
        });
        open.Run(0.3);
    }
}
