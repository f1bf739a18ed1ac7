using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>
/// The keyboard: taken from the host only while something is typed, and given back to the window that had it. [main-thread]
/// </summary>
/// <remarks>
/// Keys are asked for only meanwhile too: the display hands the keys of a host's window to ours while the pointer is over it.
/// </remarks>
internal sealed class X11TextFocus
{
    private const byte RevertToParent = 2;
    private const uint PointerRoot = 1;
    private readonly X11Connection _connection;
    private uint _before;

    /// <summary>Not taken yet.</summary>
    public X11TextFocus(X11Connection connection) => _connection = connection;

    /// <summary>Whether it is taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Takes it for a window.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="events">The events that the window gets besides.</param>
    public void Take(uint window, EventMask events)
    {
        uint now = Now();
        _before = now == window ? PointerRoot : now;
        IsTaken = true;
        _connection.Select(window, events | EventMask.KeyPress | EventMask.FocusChange);
        Xcb.SetInputFocus(_connection.Handle, RevertToParent, window, _connection.TimeMs);
    }

    /// <summary>Gives it back, unless somebody else has it by now.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="events">The events that the window goes on to get.</param>
    public void GiveBack(uint window, EventMask events)
    {
        if (!IsTaken)
        {
            return;
        }

        IsTaken = false;
        _connection.Select(window, events);
        if (Now() == window)
        {
            Xcb.SetInputFocus(_connection.Handle, RevertToParent, _before, _connection.TimeMs);
        }
    }

    /// <summary>The window that had it is gone.</summary>
    public void Forget() => IsTaken = false;

    private uint Now()
    {
        using X11Reply reply = _connection.Answer(Xcb.GetInputFocus(_connection.Handle));
        return reply.IsNull ? PointerRoot : reply.UInt32(8);
    }
}
