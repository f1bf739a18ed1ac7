using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>The top of the window: whose track this is, what is going on, and what can always be done.</summary>
internal static class HeaderBar
{
    /// <summary>The id of the field with the track's name.</summary>
    public const string NameFieldId = "name";

    /// <summary>The id of the button that opens the settings.</summary>
    public const string SettingsId = "settings";

    /// <summary>The id of the button that opens the roles.</summary>
    public const string RoleId = "role";

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
                Chip(state),
                Cell.Rest(field, 80),
                Cell.Natural(Role(state, actions)),
                isCompact ? null : Cell.Natural(new Button("Studio page", actions.Desk.OpenStudioPage)
                {
                    Id = "studio",
                    WhyDisabled = ConnectionWords.WhyNoStudioPage(state),
                    Tooltip = "Opens the whole workflow in the browser: plots, before and after to listen to, files.",
                }),
                Cell.Natural(new Button(isCompact ? "Full view" : "Compact", actions.SwitchSize)
                {
                    Id = "size",
                    Tooltip = isCompact ? "All tabs: overview, advice, stems and MIDI." : "Only the meters and the most important advice.",
                }),
                Cell.Natural(new Button("Settings", () => actions.Switch(EditorPanel.Settings), Look(actions.Panel == EditorPanel.Settings))
                {
                    Id = SettingsId,
                    Tooltip = "Colours and tooltips of this window.",
                })),
            new Row(
                6,
                Cell.Fixed(8, new Dot(ConnectionWords.StandingInk(state.Bridge))),
                Cell.Natural(new Label(ConnectionWords.Standing(state.Bridge), 11, isBold: true, maxLines: 1)),
                Cell.Rest(Doing(state)),
                Cell.Natural(new Button("Bypass", () => actions.Desk.SetBypass(!state.IsBypassed), Look(state.IsBypassed))
                {
                    Id = "bypass",
                    Tooltip = "Stops listening. The sound passes untouched either way.",
                }),
                Cell.Natural(Analyse(state, actions))));
    }

    private static ButtonLook Look(bool isOn) => isOn ? ButtonLook.On : ButtonLook.Plain;

    private static Cell? Chip(EditorState state)
    {
        if (state.TrackColor is null && state.TrackNumber is null)
        {
            return null;
        }

        string number = state.TrackNumber is { } place ? NumberWords.Fixed(place, 0) : "";
        return Cell.Natural(new TrackChip(state.TrackColor is { } color ? new Color(color | 0xFF000000) : null, number)
        {
            Tooltip = number.Length > 0 ? $"Track {number} of the host, in its colour" : "The track's colour in the host",
        });
    }

    private static DropButton Role(EditorState state, EditorActions actions) =>
        new(RoleWords.Chosen(state.TrackRole, state.Report?.Role), actions.Panel == EditorPanel.Role, () => actions.Switch(EditorPanel.Role))
        {
            Id = RoleId,
            Tooltip = RoleWords.Why + (RoleWords.IsTold(state.TrackRole) ? "\nThis is your choice." : $"\nSo far {RoleWords.DecidedBy(state.Report?.Role)} decides. Press to choose it yourself."),
        };

    private static Button Analyse(EditorState state, EditorActions actions) => new("Analyse", actions.Desk.AnalyzeNow)
    {
        Id = "analyse",
        WhyDisabled = ConnectionWords.WhyNoAnalysis(state),
        Tooltip = "Makes a report of what was heard until now, without waiting for the playback to stop.",
    };

    // What became of a wish stands out, and is there as a whole under the pointer where it is too long.
    private static Label Doing(EditorState state) => state.Note is { } note
        ? new Label(note, 11, isBold: true, maxLines: 2) { Tooltip = note }
        : new Label(ConnectionWords.Doing(state), 11, Ink.Dim, maxLines: 2);

    private static string NameTooltip(EditorState state, string name)
    {
        string whole = name.Length > 24 ? name + "\n" : "";
        return whole + (state.IsNamedByHost
            ? "The host names this track. Type another name to use it here; leave it empty to take the host's again."
            : "What this track is called. A name such as Bass or Vocal helps to tell its role. Enter takes it, Escape leaves it.");
    }
}
