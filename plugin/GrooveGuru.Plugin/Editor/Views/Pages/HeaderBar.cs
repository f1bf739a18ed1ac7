using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>The top of the window: whose track this is, what is going on, and what can always be done.</summary>
internal static class HeaderBar
{
    /// <summary>The id of the field with the track's name.</summary>
    public const string NameFieldId = "name";

    private const int LongestName = 400;

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions)
    {
        bool isCompact = actions.Desk.Preferences.IsCompact;
        string name = state.TrackName.Length > LongestName ? state.TrackName[..LongestName] : state.TrackName;
        TextField field = new(name, "Name this track", actions.Desk.SetTrackName, actions.Shell.CopyText)
        {
            Id = NameFieldId,
            SizePoints = isCompact ? 13.5 : 15,
            Tooltip = NameTooltip(state, name),
        };
        return new Column(
            4,
            new Row(
                6,
                state.TrackColor is { } color ? Cell.Fixed(6, new ColorBar(new Color(color | 0xFF000000))) : null,
                state.TrackNumber is { } number
                    ? Cell.Natural(new Label(NumberWords.Fixed(number, 0), 12, Ink.Dim, maxLines: 1) { Tooltip = "The track's place in the host" })
                    : null,
                Cell.Rest(field, 80),
                Cell.Natural(Bypass(state, actions)),
                Cell.Natural(Analyse(state, actions, isCompact)),
                isCompact ? null : Cell.Natural(new Button("Studio page", actions.Desk.OpenStudioPage)
                {
                    Id = "studio",
                    WhyDisabled = BridgeWords.WhyNoStudioPage(state),
                    Tooltip = "Opens the whole workflow in the browser: plots, before and after to listen to, files.",
                }),
                Cell.Natural(new Button(isCompact ? "Full view" : "Compact", actions.SwitchSize)
                {
                    Id = "size",
                    Tooltip = isCompact ? "All tabs: overview, advice, stems and MIDI." : "Only the meters and the most important advice.",
                }),
                Cell.Natural(new Button("Settings", actions.SwitchSettings, actions.IsSettingsOpen ? ButtonLook.On : ButtonLook.Plain)
                {
                    Id = "settings",
                    Tooltip = "Colours and tooltips of this window.",
                })),
            Status(state))
        {
            Padding = 0,
        };
    }

    private static Button Bypass(EditorState state, EditorActions actions) =>
        new("Bypass", () => actions.Desk.SetBypass(!state.IsBypassed), state.IsBypassed ? ButtonLook.On : ButtonLook.Plain)
        {
            Id = "bypass",
            Tooltip = "Stops listening. The sound passes untouched either way.",
        };

    private static Button Analyse(EditorState state, EditorActions actions, bool isCompact)
    {
        string text = isCompact || state.Report is null ? "Analyse" : "Re-analyse";
        return new Button(text, actions.Desk.AnalyzeNow)
        {
            Id = "analyse",
            WhyDisabled = BridgeWords.WhyNoAnalysis(state),
            Tooltip = "Makes a report of what was heard until now, without waiting for the transport to stop.",
        };
    }

    private static Row Status(EditorState state) => new(
        6,
        Cell.Fixed(8, new Dot(BridgeWords.StandingInk(state.Bridge))),
        Cell.Natural(new Label(BridgeWords.Standing(state.Bridge), 11, isBold: true, maxLines: 1)),
        Cell.Rest(new Label(state.Note ?? BridgeWords.Doing(state), 11, state.Note is null ? Ink.Dim : Ink.Accent, maxLines: 1)
        {
            Tooltip = state.Note,
        }));

    private static string NameTooltip(EditorState state, string name)
    {
        string whole = name.Length > 24 ? name + "\n" : "";
        return whole + (state.IsNamedByHost
            ? "The host names this track. Type another name to use it here; leave it empty to take the host's again."
            : "What this track is called. A name such as Bass or Vocal helps to tell its role. Enter takes it, Escape leaves it.");
    }
}
