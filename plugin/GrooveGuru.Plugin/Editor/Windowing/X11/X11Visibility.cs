using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>
/// Whether anything of a window can be seen. The display tells a window nothing when one around it is hidden, so every window from
/// ours up to the root is watched. [main-thread]
/// </summary>
internal sealed class X11Visibility
{
    private const byte Viewable = 2;
    private const int MapStateOffset = 26;
    private const byte FullyCovered = 2;
    private const int MostAncestors = 32;
    private readonly X11Connection _connection;
    private readonly List<uint> _ancestors = [];
    private uint _window;
    private bool _isCovered;
    private bool _isStale;

    /// <summary>Of no window yet.</summary>
    public X11Visibility(X11Connection connection) => _connection = connection;

    /// <summary>Whether anything can be seen.</summary>
    public bool IsViewable { get; private set; }

    /// <summary>The outermost window around ours below the root; 0 where there is none.</summary>
    public uint Outermost => _ancestors.Count > 0 ? _ancestors[^1] : 0;

    /// <summary>Begins to watch; the window's own events come with its own mask.</summary>
    public void Watch(uint window, uint parent)
    {
        _window = window;
        _isStale = true;
        FollowAncestors(parent);
    }

    /// <summary>Ends it.</summary>
    public void Forget()
    {
        foreach (uint ancestor in _ancestors)
        {
            _connection.Select(ancestor, EventMask.None);
        }

        _ancestors.Clear();
        (_window, IsViewable, _isCovered) = (0, false, false);
    }

    /// <summary>Takes an event that tells of windows being shown, hidden, covered or moved to another parent.</summary>
    public void Take(in X11Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.VisibilityNotify when happened.UInt32(4) == _window:
                _isCovered = happened.Byte(8) == FullyCovered;
                _isStale = true;
                break;
            case EventKind.MapNotify or EventKind.UnmapNotify or EventKind.DestroyNotify:
                _isStale = true;
                break;
            case EventKind.ReparentNotify:
                _isStale = true;
                if (happened.UInt32(8) == _window)
                {
                    FollowAncestors(happened.UInt32(12));
                }
                else if (_ancestors.Contains(happened.UInt32(8)))
                {
                    FollowAncestors(_ancestors[0]);
                }

                break;
        }
    }

    /// <summary>Looks again where something has happened.</summary>
    /// <returns>Whether the answer is another one now.</returns>
    public bool Refresh()
    {
        if (!_isStale)
        {
            return false;
        }

        _isStale = false;
        bool before = IsViewable;
        IsViewable = _window != 0 && !_isCovered && IsMapped();
        return IsViewable != before;
    }

    private bool IsMapped()
    {
        using X11Reply reply = _connection.Answer(Xcb.GetWindowAttributes(_connection.Handle, _window));
        return !reply.IsNull && reply.Byte(MapStateOffset) == Viewable;
    }

    // A window that is no longer around ours is left alone again.
    private void FollowAncestors(uint first)
    {
        List<uint> before = [.. _ancestors];
        _ancestors.Clear();
        for (uint window = first; window != 0 && window != _connection.Root && _ancestors.Count < MostAncestors; window = ParentOf(window))
        {
            _ancestors.Add(window);
            _connection.Select(window, EventMask.StructureNotify);
        }

        foreach (uint left in before.Except(_ancestors))
        {
            _connection.Select(left, EventMask.None);
        }
    }

    private uint ParentOf(uint window)
    {
        using X11Reply reply = _connection.Answer(Xcb.QueryTree(_connection.Handle, window));
        return reply.IsNull ? 0 : reply.UInt32(12);
    }
}
