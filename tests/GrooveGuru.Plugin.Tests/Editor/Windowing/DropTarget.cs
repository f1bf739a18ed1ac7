using System.Text;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>Another program that takes drags, and can be told to be slow, old, unwilling or silent.</summary>
internal sealed class DropTarget : IDisposable
{
    private const nint AtomType = 4, WindowType = 33;
    private const int ClientMessage = 33, SelectionNotify = 31;

    /// <summary>Shows one.</summary>
    /// <param name="version">The version that it speaks.</param>
    /// <param name="hasProxy">Whether another window gets its messages.</param>
    public DropTarget(int version = 5, bool hasProxy = false)
    {
        Window = Program.MakeWindow(Left, Top, 200, 200);
        nint aware = Window;
        if (hasProxy)
        {
            aware = Program.MakeWindow(1000, 700, 10, 10);
            Program.WriteNumbers(Window, "XdndProxy", WindowType, aware);
            Program.WriteNumbers(aware, "XdndProxy", WindowType, aware);
        }

        Program.WriteNumbers(aware, "XdndAware", AtomType, version);
    }

    /// <summary>Where it is on the root window.</summary>
    public const int Left = 600, Top = 300;

    public OtherProgram Program { get; } = new();

    public nint Window { get; }

    public bool Accepts { get; set; } = true;

    public bool IsSilent { get; set; }

    public bool IsSilentAtTheEnd { get; set; }

    /// <summary>Names of the messages that came, in order.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Version of the newest enter message.</summary>
    public int EnteredVersion { get; private set; }

    /// <summary>What was dropped; null before.</summary>
    public string? Dropped { get; private set; }

    /// <summary>Handles what came in.</summary>
    public void Handle()
    {
        while (Program.TakeEvent() is { } happened)
        {
            if (happened[0] == SelectionNotify)
            {
                Dropped = Encoding.ASCII.GetString(Program.ReadBytes(Window, Program.Atom("DROPPED")));
                if (!IsSilentAtTheEnd)
                {
                    Program.Send(_source, "XdndFinished", Window, 1, Program.Atom("XdndActionCopy"), 0, 0);
                }
            }
            else if (happened[0] == ClientMessage && Names.TryGetValue(happened[5], out string? name))
            {
                Messages.Add(name);
                Answer(name, happened);
            }
        }
    }

    public void Dispose() => Program.Dispose();

    private static readonly string[] KnownMessages = ["XdndEnter", "XdndPosition", "XdndLeave", "XdndDrop"];

    private Dictionary<nint, string> Names => field ??= KnownMessages.ToDictionary(Program.Atom);

    private nint _source;

    private void Answer(string name, nint[] happened)
    {
        _source = happened[7];
        if (name == "XdndEnter")
        {
            EnteredVersion = (int)(happened[8] >> 24) & 0xFF;
            Assert.Equal(Program.Atom("text/uri-list"), happened[9]);
        }
        else if (name == "XdndPosition" && !IsSilent)
        {
            Assert.Equal(Program.Atom("XdndActionCopy"), happened[11]);
            Program.Send(_source, "XdndStatus", Window, Accepts ? 1 : 0, 0, 0, Program.Atom("XdndActionCopy"));
        }
        else if (name == "XdndDrop")
        {
            Xlib.ConvertSelection(
                Program.Display, Program.Atom("XdndSelection"), Program.Atom("text/uri-list"), Program.Atom("DROPPED"), Window, (nuint)happened[9]);
            Xlib.Sync(Program.Display, 0);
        }
    }
}
