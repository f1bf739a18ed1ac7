namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>What a user wants in every project.</summary>
/// <param name="Theme">Colours.</param>
/// <param name="ShowsTooltips">Whether explanations appear under the pointer.</param>
internal sealed record UserChoice(EditorTheme Theme, bool ShowsTooltips)
{
    /// <summary>For somebody who has chosen nothing.</summary>
    public static UserChoice Default { get; } = new(EditorPreferences.Default.Theme, EditorPreferences.Default.ShowsTooltips);
}
