using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>What the track is: as the bridge hears it, or as the user says.</summary>
internal static class RolePanel
{
    /// <summary>Width, points.</summary>
    public const double Width = 290;

    private const int RolesInARow = 2;

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions)
    {
        Widget[] roles = [.. RoleWords.Known.Select(role => Option(role, RoleWords.Name(role), state, actions))];
        return new Card(
            6,
            [
                new Label("What this track is", 12.5, isBold: true, maxLines: 1) { Tooltip = RoleWords.Why },
                Option(TrackRole.Unspecified, RoleWords.Listen(state.Report?.Role), state, actions),
                .. roles.Chunk(RolesInARow).Select(row => new Row(6, row.Select(option => Cell.Rest(option)))),
            ])
        {
            Padding = 12,
        };
    }

    private static Button Option(TrackRole role, string text, EditorState state, EditorActions actions)
    {
        bool isChosen = role == TrackRole.Unspecified ? !RoleWords.IsTold(state.TrackRole) : state.TrackRole == role;
        return new Button(text, () => actions.ChooseRole(role), isChosen ? ButtonLook.On : ButtonLook.Plain)
        {
            Id = $"role/{role}",
            Tooltip = role == TrackRole.Unspecified
                ? "The role is told by ear with every report."
                : $"Advice goes by what suits this: {text.ToLowerInvariant()}. Saved with the project.",
        };
    }
}
