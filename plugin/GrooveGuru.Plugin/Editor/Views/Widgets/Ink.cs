namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>What a colour says; the palette tells which colour that is.</summary>
internal enum Ink
{
    /// <summary>Text to read.</summary>
    Normal,

    /// <summary>Text beside it.</summary>
    Dim,

    /// <summary>What stands out.</summary>
    Accent,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Look at this.</summary>
    Warn,

    /// <summary>Something is wrong.</summary>
    Bad,
}
