using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>Another program on the display, and the hands of a user: it has windows, moves the pointer and types.</summary>
internal sealed unsafe class OtherProgram : IDisposable
{
    private const int ZPixmap = 2;
    private const int EventLongs = 24;
    private const int ErrorCode = 32;
    private const byte AccessDenied = 10;
    private static int _refusals;

    static OtherProgram() => Xlib.SetErrorHandler(&Ignore);

    /// <summary>Xlib's connection.</summary>
    public nint Display { get; } = Xlib.OpenDisplay(null);

    /// <summary>The root window.</summary>
    public nint Root => Xlib.RootWindow(Display);

    /// <summary>The window that has the keyboard.</summary>
    public nint Focus
    {
        get
        {
            nint window;
            int revert;
            Xlib.GetInputFocus(Display, &window, &revert);
            return window;
        }
    }

    /// <summary>Whether somebody else has grabbed a key that is pressed alone while a window or one inside it has the keyboard.</summary>
    public bool IsGrabbed(nint window, uint symbol)
    {
        byte key = Xlib.KeyOf(Display, symbol);
        Xlib.Sync(Display, 0);
        _refusals = 0;
        Xlib.GrabKey(Display, key, 0, window, 0, 1, 1);
        Xlib.Sync(Display, 0);
        bool isGrabbed = _refusals > 0;
        Xlib.UngrabKey(Display, key, 0, window);
        Xlib.Sync(Display, 0);
        return isGrabbed;
    }

    /// <summary>The number of a name.</summary>
    public nint Atom(string name) => Xlib.InternAtom(Display, name, 0);

    /// <summary>Makes and shows a window.</summary>
    public nint MakeWindow(int x, int y, int width, int height, nint parent = 0)
    {
        nint window = Xlib.CreateWindow(Display, parent == 0 ? Root : parent, x, y, (uint)width, (uint)height, 0, 0, 0x202020);
        Xlib.MapWindow(Display, window);
        Xlib.Sync(Display, 0);
        return window;
    }

    /// <summary>The windows inside a window.</summary>
    public nint[] Children(nint window)
    {
        nint root, parent;
        nint* children = null;
        uint count = 0;
        Xlib.QueryTree(Display, window, &root, &parent, &children, &count);
        nint[] found = new ReadOnlySpan<nint>(children, (int)count).ToArray();
        Free(children);
        return found;
    }

    /// <summary>The windows inside a window, and those inside them.</summary>
    public IEnumerable<nint> Descendants(nint window) => Children(window).SelectMany(child => Descendants(child).Prepend(child));

    /// <summary>Where the corner of a window is on the root window.</summary>
    public (int X, int Y) PlaceOf(nint window)
    {
        int x, y;
        nint child;
        Xlib.TranslateCoordinates(Display, window, Root, 0, 0, &x, &y, &child);
        return (x, y);
    }

    /// <summary>A pixel of what can be seen of a window, 0x00RRGGBB; all bits set where nothing of it can be seen.</summary>
    public uint PixelOf(nint window, int x, int y)
    {
        nint image = Xlib.GetImage(Display, window, x, y, 1, 1, nuint.MaxValue, ZPixmap);
        if (image == 0)
        {
            return uint.MaxValue;
        }

        uint pixel = (uint)Xlib.GetPixel(image, 0, 0) & 0xFFFFFF;
        Xlib.DestroyImage(image);
        return pixel;
    }

    /// <summary>Numbers of a property.</summary>
    public nint[] ReadNumbers(nint window, string property)
    {
        byte* data = Read(window, Atom(property), out nuint count, out _);
        nint[] numbers = new ReadOnlySpan<nint>(data, (int)count).ToArray();
        Free(data);
        return numbers;
    }

    /// <summary>Bytes of a property.</summary>
    public byte[] ReadBytes(nint window, nint property)
    {
        byte* data = Read(window, property, out nuint count, out int format);
        byte[] bytes = format == 8 ? new ReadOnlySpan<byte>(data, (int)count).ToArray() : [];
        Free(data);
        return bytes;
    }

    /// <summary>Sets a property of numbers.</summary>
    public void WriteNumbers(nint window, string property, nint type, params nint[] numbers)
    {
        fixed (nint* data = numbers)
        {
            Xlib.ChangeProperty(Display, window, Atom(property), type, 32, 0, data, numbers.Length);
        }

        Xlib.Sync(Display, 0);
    }

    /// <summary>Sets a property of bytes.</summary>
    public void WriteBytes(nint window, nint property, nint type, byte[] bytes)
    {
        fixed (byte* data = bytes)
        {
            Xlib.ChangeProperty(Display, window, property, type, 8, 0, data, bytes.Length);
        }
    }

    /// <summary>Says that what was asked for is there, or that there is none.</summary>
    /// <param name="request">The request, as the longs of Xlib's structure.</param>
    /// <param name="isGiven">Whether it is there.</param>
    public void AnswerSelection(nint[] request, bool isGiven)
    {
        nint* answer = stackalloc nint[EventLongs];
        new Span<nint>(answer, EventLongs).Clear();
        (answer[0], answer[4], answer[5], answer[6], answer[7], answer[8]) =
            (31, request[5], request[6], request[7], isGiven ? request[8] : 0, request[9]);
        Xlib.SendEvent(Display, request[5], 0, 0, answer);
        Xlib.Sync(Display, 0);
    }

    /// <summary>Sends a message to a window.</summary>
    public void Send(nint window, string type, params nint[] numbers)
    {
        nint* message = stackalloc nint[EventLongs];
        new Span<nint>(message, EventLongs).Clear();
        (message[0], message[4], message[5], message[6]) = (33, window, Atom(type), 32);
        numbers.CopyTo(new Span<nint>(message + 7, 5));
        Xlib.SendEvent(Display, window, 0, 0, message);
        Xlib.Sync(Display, 0);
    }

    /// <summary>The next event, as the longs of Xlib's structure; null where there is none.</summary>
    public nint[]? TakeEvent()
    {
        if (Xlib.Pending(Display) == 0)
        {
            return null;
        }

        nint* happened = stackalloc nint[EventLongs];
        Xlib.NextEvent(Display, happened);
        happened[0] = (int)happened[0];
        return new ReadOnlySpan<nint>(happened, EventLongs).ToArray();
    }

    /// <summary>The kinds of all events that have come in.</summary>
    public List<nint> TakeEvents()
    {
        List<nint> kinds = [];
        while (TakeEvent() is { } happened)
        {
            kinds.Add(happened[0]);
        }

        return kinds;
    }

    /// <summary>Moves the pointer.</summary>
    public void MovePointer(int x, int y)
    {
        Xlib.FakeMotion(Display, -1, x, y, 0);
        Xlib.Sync(Display, 0);
    }

    /// <summary>Presses a button or lets it go.</summary>
    public void Button(bool isPress, uint button = 1)
    {
        Xlib.FakeButton(Display, button, isPress ? 1 : 0, 0);
        Xlib.Sync(Display, 0);
    }

    /// <summary>Presses a key and lets it go.</summary>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="held">The symbol of a key that is held meanwhile; 0 for none.</param>
    public void Key(uint symbol, uint held = 0)
    {
        byte key = Xlib.KeyOf(Display, symbol), modifier = held == 0 ? (byte)0 : Xlib.KeyOf(Display, held);
        Hold(modifier, isDown: 1);
        Xlib.FakeKey(Display, key, 1, 0);
        Xlib.FakeKey(Display, key, 0, 0);
        Hold(modifier, isDown: 0);
        Xlib.Sync(Display, 0);
    }

    public void Dispose() => Xlib.CloseDisplay(Display);

    [UnmanagedCallersOnly]
    private static int Ignore(nint display, nint error) => _refusals += *(byte*)(error + ErrorCode) == AccessDenied ? 1 : 0;

    private static void Free(void* memory)
    {
        if (memory != null)
        {
            Xlib.Free(memory);
        }
    }

    private void Hold(byte key, int isDown)
    {
        if (key != 0)
        {
            Xlib.FakeKey(Display, key, isDown, 0);
        }
    }

    private byte* Read(nint window, nint property, out nuint count, out int format)
    {
        nint type;
        nuint found, left;
        int bits;
        byte* data = null;
        Xlib.GetProperty(Display, window, property, 0, 1 << 20, 0, 0, &type, &bits, &found, &left, &data);
        (count, format) = (found, bits);
        return data;
    }
}
