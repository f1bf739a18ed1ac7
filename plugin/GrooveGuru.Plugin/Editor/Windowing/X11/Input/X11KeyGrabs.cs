using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Input;

/// <summary>
/// Single keys that come to us although the host has the keyboard, while its window has it; all others go on to the host untouched.
/// [main-thread]
/// </summary>
/// <remarks>
/// They are grabbed on the outermost window around ours. On our own they would come only where the host has given the keyboard to a
/// window around ours, and not to one beside it as GTK does; and the focus events of such a grab run through the host's windows in
/// between, after which GTK believes that it has lost the keyboard.
/// </remarks>
internal sealed class X11KeyGrabs
{
    private const byte Asynchronous = 1, AnyKey = 0;
    private const ushort AnyModifier = 1 << 15;
    private static readonly uint[] StepSymbols = [0xFF09];
    private static readonly uint[] RingSymbols = [0xFF09, 0xFF0D, 0xFF8D, 0xFF1B, 0xFF51, 0xFF52, 0xFF53, 0xFF54, 0xFF55, 0xFF56];

    private readonly X11Connection _connection;
    private readonly X11Keyboard _keyboard;
    private uint _grabbedOn;
    private byte[] _codes = [];

    /// <summary>None yet.</summary>
    public X11KeyGrabs(X11Connection connection, X11Keyboard keyboard) => (_connection, _keyboard) = (connection, keyboard);

    /// <summary>Which keys are taken now.</summary>
    public KeyInterest Interest { get; private set; }

    /// <summary>Takes other keys, or the same on another window.</summary>
    /// <param name="window">The outermost window around ours.</param>
    /// <param name="interest">Which.</param>
    /// <returns>Whether anything has changed.</returns>
    public bool Set(uint window, KeyInterest interest)
    {
        if (interest == Interest && (window == _grabbedOn || interest == KeyInterest.None))
        {
            return false;
        }

        if (Interest == KeyInterest.None)
        {
            _keyboard.Reload();
        }

        GiveBack();
        (Interest, _grabbedOn) = (interest, interest == KeyInterest.None ? 0 : window);
        Grab([.. Codes()]);
        return true;
    }

    /// <summary>The keyboard has another layout, and its table was read: the same keys may have other numbers.</summary>
    public void FollowKeyboard()
    {
        // Most of these events tell of nothing that matters here, and while keys are given back they are the host's.
        byte[] codes = [.. Codes()];
        if (!codes.AsSpan().SequenceEqual(_codes))
        {
            GiveBack();
            Grab(codes);
        }
    }

    private IEnumerable<byte> Codes()
        => _keyboard.CodesOf(Interest switch { KeyInterest.None => [], KeyInterest.Steps => StepSymbols, _ => RingSymbols });

    // The window may be gone already, and they with it; that the display says so changes nothing.
    private void GiveBack()
    {
        if (_grabbedOn != 0)
        {
            Xcb.UngrabKey(_connection.Handle, AnyKey, _grabbedOn, AnyModifier);
        }
    }

    private void Grab(byte[] codes)
    {
        _codes = codes;
        foreach (byte code in codes)
        {
            // Caps Lock and Num Lock change nothing; Shift goes the other way; with Control or Alt it is the host's.
            foreach (ushort locks in _keyboard.LockBits)
            {
                Grab(code, locks);
                Grab(code, (ushort)(locks | X11Keyboard.ShiftBit));
            }
        }
    }

    private void Grab(byte code, ushort modifiers)
        => Xcb.GrabKey(_connection.Handle, 0, _grabbedOn, modifiers, code, Asynchronous, Asynchronous);
}
