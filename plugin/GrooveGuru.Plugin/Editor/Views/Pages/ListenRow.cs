using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;
using GrooveGuru.Plugin.Listening;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>What was made, to be heard against the recording before it is dragged anywhere.</summary>
internal static class ListenRow
{
    private const string PreviewName = "preview";

    /// <summary>Whether a file is there to be listened to, and not to be dragged.</summary>
    public static bool IsPreview(JobFile file) => file.Name == PreviewName;

    /// <summary>Builds it.</summary>
    /// <param name="job">A job that is done.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="state">What is to be shown.</param>
    /// <param name="actions">What can be asked for.</param>
    /// <returns>Nothing where the job left no preview.</returns>
    public static IEnumerable<Widget> Build(Job job, WorkKind kind, EditorState state, EditorActions actions)
    {
        if (job.Files.FirstOrDefault(IsPreview) is not { } preview)
        {
            yield break;
        }

        ListeningState? listening = state.Listening?.Path == preview.Path ? state.Listening : null;
        string id = $"work/{kind.Service}/preview";
        yield return Section.Heading("LISTEN");
        yield return new Row(
            6,
            Cell.Natural(Switch(preview, listening, state, id, actions)),
            Cell.Rest(About(listening), 120),
            Cell.Natural(new Button("Reveal", () => actions.Desk.Reveal(preview.Path)) { Id = $"{id}/reveal", Tooltip = "Shows the file in the file manager." }),
            Cell.Natural(new Button("Copy path", () => actions.Shell.CopyText(preview.Path)) { Id = $"{id}/path", Tooltip = "Copies where the file is." }));
        if (listening is not null)
        {
            yield return new ProgressBar(listening.LengthSeconds > 0 ? listening.PositionSeconds / listening.LengthSeconds : 0);
        }

        if (listening is { IsWithoutAudio: true })
        {
            yield return new Label(ListeningWords.NoAudio, 11.5, Ink.Warn);
        }
    }

    // One id for both, so that the ring of the keyboard stays where it is.
    private static Button Switch(JobFile preview, ListeningState? listening, EditorState state, string id, EditorActions actions) => listening is null
        ? new Button("Listen", () => actions.Desk.Listen(preview.Path))
        {
            Id = $"{id}/listen",
            WhyDisabled = state.IsBypassed ? ListeningWords.Bypassed : null,
            Tooltip = "Plays recording and notes through this track in the place of its sound, while the host is stopped.",
        }
        : new Button("Stop", actions.Desk.StopListening, ButtonLook.On) { Id = $"{id}/listen", Tooltip = "Ends the preview." };

    private static Label About(ListeningState? listening) => listening is null
        ? new Label("Recording left, notes right; on a mono track both together.", 11.5, Ink.Dim, maxLines: 2)
        : new Label($"{NumberWords.Clock(listening.PositionSeconds)} of {NumberWords.Clock(listening.LengthSeconds)}", 11.5, isBold: true, maxLines: 1);
}
