using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>Something that other programs can ask for: what was copied, or what is dragged. [main-thread]</summary>
internal sealed unsafe class X11Selection
{
    private readonly X11Connection _connection;
    private readonly uint _name;
    private uint _owner;
    private byte[] _content = [];
    private uint[] _forms = [];

    /// <summary>Offers nothing yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="name">The selection's atom.</param>
    public X11Selection(X11Connection connection, uint name) => (_connection, _name) = (connection, name);

    /// <summary>Whether the content itself was asked for since it was offered.</summary>
    public bool WasRead { get; private set; }

    /// <summary>Offers content in the place of what others offer.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="content">The content, the same in all forms.</param>
    /// <param name="forms">Atoms of its forms.</param>
    public void Offer(uint window, byte[] content, params uint[] forms)
    {
        (_owner, _content, _forms, WasRead) = (window, content, forms, false);
        Xcb.SetSelectionOwner(_connection.Handle, window, _name, _connection.TimeMs);
    }

    /// <summary>Offers it no longer.</summary>
    public void Withdraw()
    {
        if (_owner != 0)
        {
            Xcb.SetSelectionOwner(_connection.Handle, 0, _name, _connection.TimeMs);
            Forget();
        }
    }

    /// <summary>Answers a request, or takes notice that somebody else offers now; others' selections are left alone.</summary>
    public void Take(in X11Event happened)
    {
        if (happened.Kind == EventKind.SelectionClear && happened.UInt32(12) == _name)
        {
            Forget();
        }
        else if (happened.Kind == EventKind.SelectionRequest && happened.UInt32(16) == _name)
        {
            Answer(happened.TimeMs, happened.UInt32(12), happened.UInt32(20), happened.UInt32(24));
        }
    }

    private void Answer(uint timeMs, uint requestor, uint form, uint property)
    {
        // Old programs name no property and mean the form.
        property = property == 0 ? form : property;
        if (_owner != 0 && form == _connection.Atoms.Targets)
        {
            _connection.WriteNumbers(requestor, property, X11Atoms.Atom, [_connection.Atoms.Targets, .. _forms]);
        }
        else if (_owner != 0 && _forms.Contains(form) && _content.Length < _connection.MostRequestBytes / 2)
        {
            _connection.WriteBytes(requestor, property, form, _content);
            WasRead = true;
        }
        else
        {
            property = 0;
        }

        byte* answer = stackalloc byte[X11Event.Length];
        new Span<byte>(answer, X11Event.Length).Clear();
        answer[0] = (byte)EventKind.SelectionNotify;
        uint* fields = (uint*)answer;
        (fields[1], fields[2], fields[3], fields[4], fields[5]) = (timeMs, requestor, _name, form, property);
        Xcb.SendEvent(_connection.Handle, 0, requestor, 0, answer);
        _connection.Flush();
    }

    private void Forget() => (_owner, _content, _forms) = (0, [], []);
}
