using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>Finds the window that takes a drag at a place: the first one with XdndAware from the root down to the place. [main-thread]</summary>
internal sealed class XdndTargetSearch
{
    /// <summary>The oldest version that is spoken.</summary>
    public const uint OldestVersion = 3;

    /// <summary>The newest version that is spoken.</summary>
    public const uint NewestVersion = 5;

    private const int MostDepth = 64;
    private readonly X11Connection _connection;
    private readonly Dictionary<uint, XdndTarget?> _known = [];

    /// <summary>Knows no window yet.</summary>
    public XdndTargetSearch(X11Connection connection) => _connection = connection;

    /// <summary>Forgets what windows have said: another drag may meet them changed.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Looks for the target.</summary>
    /// <param name="x">On the root window.</param>
    /// <param name="y">On the root window.</param>
    /// <returns>Null where nothing there takes a drag.</returns>
    public XdndTarget? At(short x, short y)
    {
        uint window = ChildAt(_connection.Root, x, y);
        for (int depth = 0; depth < MostDepth && window != 0; depth++)
        {
            if (TargetOf(window) is { } target)
            {
                return target;
            }

            window = ChildAt(window, x, y);
        }

        // Last: a desktop that takes what falls on the root stands behind every program.
        return TargetOf(_connection.Root);
    }

    private uint ChildAt(uint window, short x, short y)
    {
        using X11Reply reply = _connection.Answer(
            Xcb.TranslateCoordinates(_connection.Handle, _connection.Root, window, x, y));
        return reply.IsNull ? 0 : reply.UInt32(8);
    }

    private XdndTarget? TargetOf(uint window)
    {
        if (!_known.TryGetValue(window, out XdndTarget? target))
        {
            uint proxy = ProxyOf(window);
            uint receiver = proxy == 0 ? window : proxy;
            uint version = _connection.ReadNumbers(receiver, _connection.Atoms.XdndAware, X11Atoms.Atom, 1) is [uint spoken] ? spoken : 0;
            target = version >= OldestVersion ? new XdndTarget(window, receiver, Math.Min(version, NewestVersion)) : null;
            _known.Add(window, target);
        }

        return target;
    }

    // A proxy that does not name itself is left over from a program that is gone.
    private uint ProxyOf(uint window) =>
        Read(window) is uint proxy and not 0 && Read(proxy) == proxy ? proxy : 0;

    private uint Read(uint window) =>
        _connection.ReadNumbers(window, _connection.Atoms.XdndProxy, X11Atoms.Window, 1) is [uint proxy] ? proxy : 0;
}
