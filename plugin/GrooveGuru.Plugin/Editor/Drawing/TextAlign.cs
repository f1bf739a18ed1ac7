namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>Where a line of text stands in its rectangle.</summary>
internal enum TextAlign
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right.</summary>
    Right,
}
