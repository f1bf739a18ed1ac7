using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>How the window looks and whether it explains itself.</summary>
internal static class SettingsPanel
{
    /// <summary>Width, points.</summary>
    public const double Width = 290;

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorActions actions)
    {
        EditorPreferences now = actions.Desk.Preferences;
        return new Card(
            10,
            new Label("Settings", 12.5, isBold: true, maxLines: 1),
            Choice(
                "Colours",
                Option("theme-dark", "Dark", now.Theme == EditorTheme.Dark, () => actions.Prefer(was => was with { Theme = EditorTheme.Dark })),
                Option(
                    "theme-contrast",
                    "High contrast",
                    now.Theme == EditorTheme.HighContrast,
                    () => actions.Prefer(was => was with { Theme = EditorTheme.HighContrast }))),
            Choice(
                "Tooltips",
                Option("tooltips-on", "On", now.ShowsTooltips, () => actions.Prefer(was => was with { ShowsTooltips = true })),
                Option("tooltips-off", "Off", !now.ShowsTooltips, () => actions.Prefer(was => was with { ShowsTooltips = false }))))
        {
            Padding = 12,
        };
    }

    private static Row Choice(string name, params Button[] options) => new(
        6,
        [Cell.Rest(new Label(name, 11.5, maxLines: 1), 70), .. options.Select(Cell.Natural)]);

    private static Button Option(string id, string text, bool isChosen, Action choose) =>
        new(text, choose, isChosen ? ButtonLook.On : ButtonLook.Plain) { Id = id };
}
