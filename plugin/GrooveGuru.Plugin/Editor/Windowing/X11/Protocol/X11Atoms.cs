using System.Text;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>Names that the display has turned into numbers.</summary>
internal sealed unsafe class X11Atoms
{
    /// <summary>What was chosen with the mouse.</summary>
    public const uint Primary = 1;

    /// <summary>The type of atoms.</summary>
    public const uint Atom = 4;

    /// <summary>The type of plain numbers.</summary>
    public const uint Cardinal = 6;

    /// <summary>The type of plain numbers with a sign, and of times.</summary>
    public const uint Integer = 19;

    /// <summary>The property of the user's settings on the root window.</summary>
    public const uint ResourceManager = 23;

    /// <summary>Latin-1 text.</summary>
    public const uint Latin1String = 31;

    /// <summary>The type of windows.</summary>
    public const uint Window = 33;

    private static readonly string[] Names =
    [
        "_XEMBED_INFO",
        "CLIPBOARD",
        "TARGETS",
        "UTF8_STRING",
        "text/plain;charset=utf-8",
        "text/uri-list",
        "_NET_WM_WINDOW_TYPE",
        "_NET_WM_WINDOW_TYPE_DND",
        "XdndAware",
        "XdndProxy",
        "XdndSelection",
        "XdndEnter",
        "XdndPosition",
        "XdndStatus",
        "XdndLeave",
        "XdndDrop",
        "XdndFinished",
        "XdndActionCopy",
        "GROOVEGURU_PASTED",
        "TIMESTAMP",
        "MULTIPLE",
        "ATOM_PAIR",
        "CLIPBOARD_MANAGER",
        "SAVE_TARGETS",
    ];

    private readonly uint[] _atoms = new uint[Names.Length];

    /// <summary>Asks for all in one go.</summary>
    /// <param name="connection">A working connection.</param>
    public X11Atoms(nint connection)
    {
        uint[] requests = new uint[Names.Length];
        for (int index = 0; index < Names.Length; index++)
        {
            fixed (byte* name = Encoding.ASCII.GetBytes(Names[index]))
            {
                requests[index] = Xcb.InternAtom(connection, 0, (ushort)Names[index].Length, name);
            }
        }

        for (int index = 0; index < Names.Length; index++)
        {
            using X11Reply reply = new(Xcb.WaitForReply(connection, requests[index], null));
            _atoms[index] = reply.IsNull ? 0 : reply.UInt32(8);
        }
    }

    /// <summary>Says that a window wants to be embedded.</summary>
    public uint XEmbedInfo => _atoms[0];

    /// <summary>The clipboard.</summary>
    public uint Clipboard => _atoms[1];

    /// <summary>Asks in which forms a selection is offered.</summary>
    public uint Targets => _atoms[2];

    /// <summary>Text.</summary>
    public uint Utf8String => _atoms[3];

    /// <summary>Text, by its other name.</summary>
    public uint PlainText => _atoms[4];

    /// <summary>Files.</summary>
    public uint UriList => _atoms[5];

    /// <summary>What a window is for.</summary>
    public uint WindowType => _atoms[6];

    /// <summary>It shows what is dragged.</summary>
    public uint WindowTypeDrag => _atoms[7];

    /// <summary>A window that takes drags, with its version.</summary>
    public uint XdndAware => _atoms[8];

    /// <summary>A window whose messages go to another.</summary>
    public uint XdndProxy => _atoms[9];

    /// <summary>What is dragged.</summary>
    public uint XdndSelection => _atoms[10];

    /// <summary>A drag comes in.</summary>
    public uint XdndEnter => _atoms[11];

    /// <summary>A drag moves.</summary>
    public uint XdndPosition => _atoms[12];

    /// <summary>Whether it may be dropped.</summary>
    public uint XdndStatus => _atoms[13];

    /// <summary>A drag goes out.</summary>
    public uint XdndLeave => _atoms[14];

    /// <summary>A drag is dropped.</summary>
    public uint XdndDrop => _atoms[15];

    /// <summary>What was dropped has been taken.</summary>
    public uint XdndFinished => _atoms[16];

    /// <summary>What is dropped is a copy.</summary>
    public uint XdndActionCopy => _atoms[17];

    /// <summary>Our property that pasted text comes in.</summary>
    public uint Pasted => _atoms[18];

    /// <summary>Asks since when a selection is offered.</summary>
    public uint Timestamp => _atoms[19];

    /// <summary>Asks for several forms at once.</summary>
    public uint Multiple => _atoms[20];

    /// <summary>The type of pairs of a form and a property.</summary>
    public uint AtomPair => _atoms[21];

    /// <summary>Whoever keeps what was copied for programs that end.</summary>
    public uint ClipboardManager => _atoms[22];

    /// <summary>Asks it to keep all.</summary>
    public uint SaveTargets => _atoms[23];
}
