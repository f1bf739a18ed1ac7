namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>How a button looks.</summary>
internal enum ButtonLook
{
    /// <summary>A panel of its own.</summary>
    Plain,

    /// <summary>The one that is meant to be pressed next.</summary>
    Primary,

    /// <summary>Only an outline until the pointer comes.</summary>
    Quiet,

    /// <summary>Words in the colour of what can be pressed; an outline only where the theme asks for one.</summary>
    Link,

    /// <summary>Switched on.</summary>
    On,
}
