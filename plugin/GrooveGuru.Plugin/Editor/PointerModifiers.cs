namespace GrooveGuru.Plugin.Editor;

/// <summary>Keys that are held.</summary>
[Flags]
internal enum PointerModifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1,

    /// <summary>Control.</summary>
    Control = 2,

    /// <summary>Alt.</summary>
    Alt = 4,
}
