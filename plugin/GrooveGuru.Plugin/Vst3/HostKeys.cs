using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>Keys as hosts hand them on through IPlugView.</summary>
internal static class HostKeys
{
    private const short ShiftBit = 1, AltBit = 2, ControlBit = 4;

    /// <summary>The key of a virtual key code.</summary>
    /// <returns><see cref="EditorKey.None"/> where it has no meaning of its own here.</returns>
    public static EditorKey KeyFrom(short keyCode) => keyCode switch
    {
        1 => EditorKey.Backspace,
        2 => EditorKey.Tab,
        4 or 19 => EditorKey.Enter,
        6 => EditorKey.Escape,
        7 => EditorKey.Space,
        9 => EditorKey.End,
        10 => EditorKey.Home,
        11 => EditorKey.Left,
        12 => EditorKey.Up,
        13 => EditorKey.Right,
        14 => EditorKey.Down,
        15 => EditorKey.PageUp,
        16 => EditorKey.PageDown,
        22 => EditorKey.Delete,
        _ => EditorKey.None,
    };

    /// <summary>What a key types.</summary>
    /// <param name="character">The host's character; 0 where it tells none.</param>
    /// <param name="key">The key.</param>
    /// <returns>Empty for keys that type nothing.</returns>
    public static string TextFrom(char character, EditorKey key) => key switch
    {
        EditorKey.Space => " ",
        EditorKey.None when character >= ' ' && character != '\x7F' && !char.IsSurrogate(character) => character.ToString(),
        _ => "",
    };

    /// <summary>The held keys of a host's bits.</summary>
    public static PointerModifiers ModifiersFrom(short bits) =>
        ((bits & ShiftBit) != 0 ? PointerModifiers.Shift : PointerModifiers.None)
        | ((bits & AltBit) != 0 ? PointerModifiers.Alt : PointerModifiers.None)
        | ((bits & ControlBit) != 0 ? PointerModifiers.Control : PointerModifiers.None);
}
