namespace GrooveGuru.Plugin.Editor;

/// <summary>Shapes of the pointer.</summary>
internal enum PointerShape
{
    /// <summary>An arrow.</summary>
    Arrow,

    /// <summary>A hand: something can be pressed.</summary>
    Hand,

    /// <summary>A bar: text can be typed.</summary>
    Text,

    /// <summary>An open hand: something can be dragged away.</summary>
    Grab,
}
