using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>Something that other programs can ask for: what was copied, or what is dragged. [main-thread]</summary>
internal sealed unsafe class X11Selection
{
    private const int MostPairs = 32;
    private readonly X11Connection _connection;
    private readonly uint _name;
    private uint _owner, _sinceMs, _offerRequest;
    private byte[] _content = [];
    private uint[] _forms = [];

    /// <summary>Offers nothing yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="name">The selection's atom.</param>
    public X11Selection(X11Connection connection, uint name) => (_connection, _name) = (connection, name);

    /// <summary>What is offered; empty for nothing.</summary>
    public ReadOnlySpan<byte> Content => _content;

    /// <summary>Whether it offers now.</summary>
    public bool IsOffered => _owner != 0;

    /// <summary>Since when it offers, ms of the display's clock; 0 where that was not known.</summary>
    public uint SinceMs => _sinceMs;

    /// <summary>Whether the content itself was asked for since it was offered.</summary>
    public bool WasRead { get; private set; }

    /// <summary>Offers content in the place of what others offer.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="content">The content, the same in all forms.</param>
    /// <param name="forms">Atoms of its forms.</param>
    public void Offer(uint window, byte[] content, params uint[] forms)
    {
        (_owner, _content, _forms, WasRead) = (window, content, forms, false);
        _sinceMs = _connection.TimeMs;
        _offerRequest = Xcb.SetSelectionOwner(_connection.Handle, window, _name, _sinceMs);
    }

    /// <summary>Asks the display whether it has taken the offer, and not a younger one of somebody else; one way there and back.</summary>
    public bool IsAccepted()
    {
        using X11Reply owner = _connection.Answer(Xcb.GetSelectionOwner(_connection.Handle, _name));
        return _owner != 0 && !owner.IsNull && owner.UInt32(8) == _owner;
    }

    /// <summary>Offers it no longer.</summary>
    public void Withdraw()
    {
        if (_owner != 0)
        {
            _ = Xcb.SetSelectionOwner(_connection.Handle, 0, _name, _connection.TimeMs);
            Forget();
        }
    }

    /// <summary>Answers a request, or takes notice that somebody else offers now; others' selections are left alone.</summary>
    public void Take(in X11Event happened)
    {
        // One that tells of the end of an earlier offer says nothing about this one.
        if (happened.Kind == EventKind.SelectionClear && happened.UInt32(12) == _name && !happened.IsBefore(_offerRequest))
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
        property = _owner != 0 && TryConvert(requestor, form, property) ? property : 0;
        byte* answer = stackalloc byte[X11Event.Length];
        new Span<byte>(answer, X11Event.Length).Clear();
        answer[0] = (byte)EventKind.SelectionNotify;
        uint* fields = (uint*)answer;
        (fields[1], fields[2], fields[3], fields[4], fields[5]) = (timeMs, requestor, _name, form, property);
        Xcb.SendEvent(_connection.Handle, 0, requestor, 0, answer);
        _connection.Flush();
    }

    private bool TryConvert(uint requestor, uint form, uint property)
    {
        X11Atoms atoms = _connection.Atoms;
        if (form == atoms.Targets)
        {
            _connection.WriteNumbers(requestor, property, X11Atoms.Atom, [atoms.Targets, atoms.Timestamp, atoms.Multiple, .. _forms]);
        }
        else if (form == atoms.Timestamp)
        {
            _connection.WriteNumbers(requestor, property, X11Atoms.Integer, [_sinceMs]);
        }
        else if (form == atoms.Multiple)
        {
            ConvertPairs(requestor, property);
        }
        else if (_forms.Contains(form) && _content.Length < _connection.MostRequestBytes / 2)
        {
            _connection.WriteBytes(requestor, property, form, _content);
            WasRead = true;
        }
        else
        {
            return false;
        }

        return true;
    }

    // The property names a form and a property in turn; where a form is not offered, its property becomes none.
    private void ConvertPairs(uint requestor, uint property)
    {
        uint[] pairs = _connection.ReadNumbers(requestor, property, _connection.Atoms.AtomPair, MostPairs * 2);
        for (int place = 0; place + 1 < pairs.Length; place += 2)
        {
            if (pairs[place] == _connection.Atoms.Multiple || pairs[place + 1] == 0 || !TryConvert(requestor, pairs[place], pairs[place + 1]))
            {
                pairs[place + 1] = 0;
            }
        }

        _connection.WriteNumbers(requestor, property, _connection.Atoms.AtomPair, pairs);
    }

    /// <summary>The window that offered it is gone, and the offer with it; or somebody else offers.</summary>
    public void Forget() => (_owner, _content, _forms) = (0, [], []);
}
