namespace GrooveGuru.Plugin.Editor;

/// <summary>How the user wants the window.</summary>
/// <param name="IsCompact">Meter strip and the most important advice only.</param>
/// <param name="Theme">Colours.</param>
/// <param name="ShowsTooltips">Whether explanations appear under the pointer.</param>
/// <param name="Width">Width of the full view, points.</param>
/// <param name="Height">Height of the full view, points.</param>
/// <param name="Tab">The tab in front.</param>
internal sealed record EditorPreferences(bool IsCompact, EditorTheme Theme, bool ShowsTooltips, double Width, double Height, string Tab)
{
    /// <summary>For somebody who has chosen nothing.</summary>
    public static EditorPreferences Default { get; } = new(false, EditorTheme.Dark, true, 760, 520, "overview");
}
