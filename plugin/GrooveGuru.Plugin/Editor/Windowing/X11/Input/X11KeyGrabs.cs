using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Input;

/// <summary>
/// Single keys that our window gets although the host has the keyboard: grabbed on our window, they come here while the host's window
/// has the keyboard and the pointer is over ours; all other keys go on to the host untouched. [main-thread]
/// </summary>
internal sealed class X11KeyGrabs
{
    private const byte Asynchronous = 1, AnyKey = 0;
    private const ushort AnyModifier = 1 << 15;
    private static readonly uint[] StepSymbols = [0xFF09];
    private static readonly uint[] RingSymbols =
        [0xFF09, 0xFF0D, 0xFF8D, 0xFF1B, 0xFF50, 0xFF51, 0xFF52, 0xFF53, 0xFF54, 0xFF55, 0xFF56, 0xFF57];

    private readonly X11Connection _connection;
    private readonly X11Keyboard _keyboard;

    /// <summary>None yet.</summary>
    public X11KeyGrabs(X11Connection connection, X11Keyboard keyboard) => (_connection, _keyboard) = (connection, keyboard);

    /// <summary>Which keys are taken now.</summary>
    public KeyInterest Interest { get; private set; }

    /// <summary>Takes other keys.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="interest">Which.</param>
    /// <returns>Whether anything has changed.</returns>
    public bool Set(uint window, KeyInterest interest)
    {
        if (interest == Interest)
        {
            return false;
        }

        if (Interest == KeyInterest.None)
        {
            _keyboard.Reload();
        }

        Xcb.UngrabKey(_connection.Handle, AnyKey, window, AnyModifier);
        Interest = interest;
        foreach (byte code in _keyboard.CodesOf(interest switch { KeyInterest.None => [], KeyInterest.Steps => StepSymbols, _ => RingSymbols }))
        {
            // Caps Lock and Num Lock change nothing; Shift goes the other way; with Control or Alt it is the host's.
            foreach (ushort locks in _keyboard.LockBits)
            {
                Grab(window, code, locks);
                Grab(window, code, (ushort)(locks | X11Keyboard.ShiftBit));
            }
        }

        return true;
    }

    /// <summary>The window is gone, and they with it.</summary>
    public void Forget() => Interest = KeyInterest.None;

    private void Grab(uint window, byte code, ushort modifiers)
        => Xcb.GrabKey(_connection.Handle, 0, window, modifiers, code, Asynchronous, Asynchronous);
}
