using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Input;

/// <summary>
/// Keys to symbols and text by the display's own table (X11 protocol, section 5), with accents typed before letters. Input methods,
/// as for Chinese, are not spoken to. [main-thread]
/// </summary>
internal sealed class X11Keyboard
{
    /// <summary>The Shift key among the held keys of an event.</summary>
    public const ushort ShiftBit = 1;

    private const ushort LockBit = 2, ControlBit = 4, AltBit = 8;
    private const int GroupShift = 13;
    private const uint NumLock = 0xFF7F, ModeSwitch = 0xFF7E, ThirdLevelShift = 0xFE03, Escape = 0xFF1B;
    private const uint FirstKeypad = 0xFF80, LastKeypad = 0xFFBD;
    private const int ThirdLevel = 4;
    private readonly X11Connection _connection;
    private readonly DeadKeys _deadKeys = new();
    private uint[] _symbols = [];
    private int _columns;
    private ushort _numLockBits, _secondGroupBits, _thirdLevelBits;

    /// <summary>Without the table yet.</summary>
    public X11Keyboard(X11Connection connection) => _connection = connection;

    /// <summary>The held keys of an event.</summary>
    public static PointerModifiers ModifiersOf(ushort state) =>
        ((state & ShiftBit) != 0 ? PointerModifiers.Shift : PointerModifiers.None)
        | ((state & ControlBit) != 0 ? PointerModifiers.Control : PointerModifiers.None)
        | ((state & AltBit) != 0 ? PointerModifiers.Alt : PointerModifiers.None);

    /// <summary>Reads the table: before keys are taken, and when the user has changed it.</summary>
    public unsafe void Reload()
    {
        _deadKeys.Forget();
        byte count = (byte)(_connection.LastKey - _connection.FirstKey + 1);
        using (X11Reply reply = _connection.Answer(Xcb.GetKeyboardMapping(_connection.Handle, _connection.FirstKey, count)))
        {
            (_columns, _symbols) = reply.IsNull ? (0, []) : (reply.Byte(1), MemoryMarshal.Cast<byte, uint>(reply.Content).ToArray());
        }

        (_numLockBits, _secondGroupBits, _thirdLevelBits) = (0, 0, 0);
        using X11Reply modifiers = _connection.Answer(Xcb.GetModifierMapping(_connection.Handle));
        int keysPerModifier = modifiers.IsNull ? 0 : modifiers.Byte(1);
        for (int place = 0; place < 8 * keysPerModifier; place++)
        {
            byte key = modifiers.Content[place];
            ushort bit = (ushort)(1 << (place / keysPerModifier));
            _numLockBits |= Has(key, NumLock) ? bit : (ushort)0;
            _secondGroupBits |= Has(key, ModeSwitch) ? bit : (ushort)0;
            _thirdLevelBits |= Has(key, ThirdLevelShift) ? bit : (ushort)0;
        }
    }

    /// <summary>What a key means and types.</summary>
    /// <param name="code">The key's number.</param>
    /// <param name="state">Held keys.</param>
    public (EditorKey Key, string Text) Read(byte code, ushort state)
    {
        uint symbol = SymbolOf(code, state);
        EditorKey key = KeyOf(symbol);
        string text = key is EditorKey.None or EditorKey.Space ? _deadKeys.Compose(symbol, KeySymbolText.Of(symbol)) : "";
        return (key, text);
    }

    /// <summary>Held keys that change nothing in which key was meant: every mix of Caps Lock and Num Lock.</summary>
    public IReadOnlyCollection<ushort> LockBits => new HashSet<ushort> { 0, LockBit, _numLockBits, (ushort)(LockBit | _numLockBits) };

    /// <summary>The numbers of the keys that have one of some symbols without Shift.</summary>
    public IEnumerable<byte> CodesOf(IReadOnlyCollection<uint> symbols)
    {
        for (int code = _connection.FirstKey; code <= _connection.LastKey; code++)
        {
            if (symbols.Contains(At((byte)code, 0)))
            {
                yield return (byte)code;
            }
        }
    }

    /// <summary>Whether a key is Escape.</summary>
    public bool IsEscape(byte code) => Has(code, Escape);

    private static EditorKey KeyOf(uint symbol) => symbol switch
    {
        0xFF08 => EditorKey.Backspace,
        0xFF09 or 0xFE20 => EditorKey.Tab,
        0xFF0D or 0xFF8D => EditorKey.Enter,
        Escape => EditorKey.Escape,
        0xFF63 or 0xFF9E => EditorKey.Insert,
        0xFFFF or 0xFF9F => EditorKey.Delete,
        0xFF50 or 0xFF95 => EditorKey.Home,
        0xFF51 or 0xFF96 => EditorKey.Left,
        0xFF52 or 0xFF97 => EditorKey.Up,
        0xFF53 or 0xFF98 => EditorKey.Right,
        0xFF54 or 0xFF99 => EditorKey.Down,
        0xFF55 or 0xFF9A => EditorKey.PageUp,
        0xFF56 or 0xFF9B => EditorKey.PageDown,
        0xFF57 or 0xFF9C => EditorKey.End,
        0x20 => EditorKey.Space,
        _ => EditorKey.None,
    };

    private static uint Upper(uint symbol)
    {
        string text = KeySymbolText.Of(symbol);
        string upper = text.ToUpperInvariant();
        return upper.Length == 1 && upper != text ? 0x01000000u + upper[0] : symbol;
    }

    private bool Has(byte code, uint symbol)
    {
        int first = (code - _connection.FirstKey) * _columns;
        return code >= _connection.FirstKey && first + _columns <= _symbols.Length && _symbols.AsSpan(first, _columns).Contains(symbol);
    }

    // Columns 0 and 1 are the first layout without and with Shift, 2 and 3 the second one, and from 4 on the third level of the first.
    private uint SymbolOf(byte code, ushort state)
    {
        bool isSecond = ((state >> GroupShift) & 3) != 0 || (state & _secondGroupBits) != 0;
        bool isThird = (state & _thirdLevelBits) != 0;
        int first = isThird && _columns > ThirdLevel ? ThirdLevel + (isSecond ? 2 : 0) : isSecond ? 2 : 0;
        uint plain = At(code, first), shifted = At(code, first + 1);
        if (plain == 0 && first != 0)
        {
            (plain, shifted) = (At(code, 0), At(code, 1));
        }

        bool isShifted = (state & ShiftBit) != 0;
        if (shifted is >= FirstKeypad and <= LastKeypad && (state & _numLockBits) != 0)
        {
            return isShifted ? plain : shifted;
        }

        uint symbol = isShifted && shifted != 0 ? shifted : plain;
        return ((state & LockBit) != 0 && !isShifted) || (isShifted && shifted == 0) ? Upper(symbol) : symbol;
    }

    private uint At(byte code, int column)
    {
        int place = ((code - _connection.FirstKey) * _columns) + column;
        return code >= _connection.FirstKey && column < _columns && place < _symbols.Length ? _symbols[place] : 0;
    }
}
