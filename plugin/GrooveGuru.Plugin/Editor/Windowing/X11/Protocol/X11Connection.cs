using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>
/// A connection of our own to the display: what goes wrong on it, even its end, reaches neither the host's connection nor the
/// host's error handlers. [main-thread]
/// </summary>
internal sealed unsafe class X11Connection : IDisposable
{
    private const int LoggedErrors = 3;
    private const byte WindowIsGone = 3;
    private const byte LeastSignificantFirst = 0;
    private const int ImageByteOrderOffset = 30;
    private const int TrueColorDepth = 24;
    private nint _handle;
    private int _errors;
    private bool _isLost;

    private X11Connection(nint handle, byte* screen)
    {
        _handle = handle;
        Root = *(uint*)screen;
        Colormap = *(uint*)(screen + 4);
        Visual = *(uint*)(screen + 32);
        Depth = screen[38];
        byte* setup = Xcb.GetSetup(handle);
        (FirstKey, LastKey) = (setup[34], setup[35]);
        Descriptor = Xcb.GetFileDescriptor(handle);
        MostRequestBytes = (int)Math.Min(Xcb.GetMaximumRequestLength(handle) * 4L, 1 << 22);
        Atoms = new X11Atoms(handle);
    }

    /// <summary>libxcb's connection.</summary>
    public nint Handle => _handle;

    /// <summary>The file descriptor that becomes readable when something has come in.</summary>
    public int Descriptor { get; }

    /// <summary>The root window.</summary>
    public uint Root { get; }

    /// <summary>The root window's colours.</summary>
    public uint Colormap { get; }

    /// <summary>The root window's kind of pixels.</summary>
    public uint Visual { get; }

    /// <summary>Bits of a pixel.</summary>
    public byte Depth { get; }

    /// <summary>The lowest number of a key.</summary>
    public byte FirstKey { get; }

    /// <summary>The highest number of a key.</summary>
    public byte LastKey { get; }

    /// <summary>The longest request, bytes.</summary>
    public int MostRequestBytes { get; }

    /// <summary>Known names.</summary>
    public X11Atoms Atoms { get; }

    /// <summary>The time of the newest input, ms of the display's clock; 0 before the first.</summary>
    public uint TimeMs { get; set; }

    /// <summary>Whether the display is gone.</summary>
    public bool IsLost => _isLost || (_isLost = _handle == 0 || Xcb.ConnectionHasError(_handle) != 0);

    /// <summary>Connects to the display of the environment.</summary>
    /// <param name="problem">What is missing and what to do; empty where nothing is.</param>
    /// <returns>Null where there is none that can be used.</returns>
    public static X11Connection? TryOpen(out string problem)
    {
        if (!NativeLibrary.TryLoad(Xcb.Library, typeof(Xcb).Assembly, null, out _))
        {
            problem = $"{Xcb.Library} not found; install libxcb (Debian, Ubuntu: libxcb1)";
            return null;
        }

        int number = 0;
        nint handle = Xcb.Connect(null, &number);
        byte* screen = Xcb.ConnectionHasError(handle) == 0 ? ScreenOf(handle, number) : null;
        problem = screen == null ? "there is no X11 display; start the host inside a graphical session"
            : screen[38] != TrueColorDepth || Xcb.GetSetup(handle)[ImageByteOrderOffset] != LeastSignificantFirst
                ? $"the display's pixels of {screen[38]} bits are not supported; set it to 24 bits"
                : "";
        if (problem.Length == 0)
        {
            return new X11Connection(handle, screen);
        }

        Xcb.Disconnect(handle);
        return null;
    }

    /// <summary>A number for something new on the display.</summary>
    public uint NewId() => Xcb.GenerateId(_handle);

    /// <summary>A window that nobody ever sees: it only has a name on the display.</summary>
    /// <param name="window">Its new number.</param>
    public void CreateHidden(uint window)
    {
        const ushort InputOnly = 2;
        Xcb.CreateWindow(_handle, 0, window, Root, 0, 0, 1, 1, 0, InputOnly, 0, 0, null);
    }

    /// <summary>Waits until something has come in, or the time is over; never call it on a thread of the host.</summary>
    public void Wait(int timeoutMs) => PollRequest.Wait(Descriptor, timeoutMs);

    /// <summary>Waits for the answer to a request that has just been made: one way to the display and back.</summary>
    public X11Reply Answer(uint request) => new(IsLost ? null : Xcb.WaitForReply(_handle, request, null));

    /// <summary>The next event that has come in, if there is one.</summary>
    public bool TryTake(out X11Event taken)
    {
        while (!IsLost)
        {
            byte* next = Xcb.PollForEvent(_handle);
            if (next == null)
            {
                break;
            }

            taken = new X11Event(next);
            NativeMemory.Free(next);
            if (taken.Kind != EventKind.Error)
            {
                return true;
            }

            // Windows of the host and of its window manager can go at any moment; what was asked of them has no answer then.
            if (taken.Detail != WindowIsGone && _errors++ < LoggedErrors)
            {
                PluginLog.Write($"window: request {taken.Byte(10)} for {taken.UInt32(4):x} failed with error {taken.Detail}");
            }
        }

        taken = default;
        return false;
    }

    /// <summary>Sends what waits to be sent.</summary>
    public void Flush()
    {
        if (!IsLost)
        {
            Xcb.Flush(_handle);
        }
    }

    /// <summary>A property of numbers of 32 bits.</summary>
    /// <returns>Empty where the window has no such property of this type.</returns>
    public uint[] ReadNumbers(uint window, uint property, uint type, uint mostNumbers)
    {
        using X11Reply reply = Answer(Xcb.GetProperty(_handle, 0, window, property, type, 0, mostNumbers));
        return reply.IsNull || reply.Byte(1) != 32 ? [] : MemoryMarshal.Cast<byte, uint>(reply.Content)[..(int)reply.UInt32(16)].ToArray();
    }

    /// <summary>Sets a property of numbers of 32 bits.</summary>
    public void WriteNumbers(uint window, uint property, uint type, ReadOnlySpan<uint> numbers)
    {
        fixed (uint* data = numbers)
        {
            Xcb.ChangeProperty(_handle, 0, window, property, type, 32, (uint)numbers.Length, data);
        }
    }

    /// <summary>Sets a property of bytes.</summary>
    public void WriteBytes(uint window, uint property, uint type, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
        {
            Xcb.ChangeProperty(_handle, 0, window, property, type, 8, (uint)bytes.Length, data);
        }
    }

    /// <summary>Sets which events of a window are told.</summary>
    public void Select(uint window, EventMask events)
    {
        uint value = (uint)events;
        Xcb.ChangeWindowAttributes(_handle, window, WindowAttribute.EventMask, &value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != 0)
        {
            Xcb.Disconnect(_handle);
            _handle = 0;
        }
    }

    private static byte* ScreenOf(nint handle, int number)
    {
        ScreenIterator screens = Xcb.SetupRoots(Xcb.GetSetup(handle));
        for (; number > 0 && screens.Left > 1; number--)
        {
            Xcb.NextScreen(&screens);
        }

        return screens.Left > 0 ? screens.Screen : null;
    }
}
