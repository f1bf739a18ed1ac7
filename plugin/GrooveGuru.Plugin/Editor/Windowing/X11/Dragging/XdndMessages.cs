using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>The messages of a drag to its target (XDND, version 5). [main-thread]</summary>
internal sealed unsafe class XdndMessages
{
    private const int VersionShift = 24;
    private const byte NumberBits = 32;
    private readonly X11Connection _connection;

    /// <summary>Over a connection.</summary>
    public XdndMessages(X11Connection connection) => _connection = connection;

    /// <summary>The drag comes in; it offers files only.</summary>
    public void Enter(XdndTarget target, uint source)
        => Send(target, _connection.Atoms.XdndEnter, source, target.Version << VersionShift, _connection.Atoms.UriList);

    /// <summary>The drag is at a place of the root window.</summary>
    public void Position(XdndTarget target, uint source, short x, short y, uint timeMs)
        => Send(target, _connection.Atoms.XdndPosition, source, 0, ((uint)(ushort)x << 16) | (ushort)y, timeMs, _connection.Atoms.XdndActionCopy);

    /// <summary>The drag goes out, or has ended without a drop.</summary>
    public void Leave(XdndTarget target, uint source) => Send(target, _connection.Atoms.XdndLeave, source);

    /// <summary>The files are dropped.</summary>
    public void Drop(XdndTarget target, uint source, uint timeMs) => Send(target, _connection.Atoms.XdndDrop, source, 0, timeMs);

    private void Send(XdndTarget target, uint type, uint first, uint second = 0, uint third = 0, uint fourth = 0, uint fifth = 0)
    {
        byte* message = stackalloc byte[X11Event.Length];
        new Span<byte>(message, X11Event.Length).Clear();
        message[0] = (byte)EventKind.ClientMessage;
        message[1] = NumberBits;
        uint* fields = (uint*)message;
        (fields[1], fields[2]) = (target.Window, type);
        (fields[3], fields[4], fields[5], fields[6], fields[7]) = (first, second, third, fourth, fifth);
        Xcb.SendEvent(_connection.Handle, 0, target.Receiver, 0, message);
        _connection.Flush();
    }
}
