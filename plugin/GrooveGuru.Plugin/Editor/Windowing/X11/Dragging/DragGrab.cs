using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>Holds pointer and keyboard while files are carried, so that moves, the end of the drag and Escape reach us. [main-thread]</summary>
internal sealed class DragGrab
{
    private const byte Asynchronous = 1;
    private const ushort Events = (ushort)(EventMask.ButtonPress | EventMask.ButtonRelease | EventMask.PointerMotion);
    private readonly X11Connection _connection;
    private readonly X11Cursors _cursors;
    private bool _isTaken;

    /// <summary>Holds nothing yet.</summary>
    public DragGrab(X11Connection connection, X11Cursors cursors) => (_connection, _cursors) = (connection, cursors);

    /// <summary>Takes both; without the keyboard a drag still works.</summary>
    public bool TryTake(uint window)
    {
        using X11Reply pointer = _connection.Answer(Xcb.GrabPointer(
            _connection.Handle, 0, window, Events, Asynchronous, Asynchronous, 0, _cursors.Refused, _connection.TimeMs));
        if (pointer.IsNull || pointer.Byte(1) != 0)
        {
            return false;
        }

        using X11Reply keyboard = _connection.Answer(Xcb.GrabKeyboard(
            _connection.Handle, 0, window, _connection.TimeMs, Asynchronous, Asynchronous));
        return _isTaken = true;
    }

    /// <summary>Shows whether the files may be dropped where they are.</summary>
    public void Show(bool isAccepted)
    {
        Xcb.ChangePointerGrab(_connection.Handle, isAccepted ? _cursors.Accepted : _cursors.Refused, 0, Events);
        _connection.Flush();
    }

    /// <summary>Gives both back.</summary>
    public void GiveBack()
    {
        if (_isTaken)
        {
            _isTaken = false;
            Xcb.UngrabPointer(_connection.Handle, 0);
            Xcb.UngrabKeyboard(_connection.Handle, 0);
            _connection.Flush();
        }
    }
}
