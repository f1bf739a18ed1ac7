using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>Stems and MIDI: start, progress, and the files to drag out.</summary>
internal static class WorkPage
{
    /// <summary>What can be made, in the order in which it is shown.</summary>
    public static IReadOnlyList<WorkKind> Kinds { get; } =
    [
        new("stems", JobKind.Stems, "Stems", "Separate into stems", "Splits what was heard into parts that can be mixed anew."),
        new("midi", JobKind.Midi, "MIDI", "Write as MIDI", "Writes what is played as notes, in time with the project."),
    ];

    /// <summary>The kinds that can be made now, or that have files to take.</summary>
    public static IReadOnlyList<WorkKind> Offered(EditorState state) =>
        [.. Kinds.Where(kind => state.Services.Contains(kind.Service) || state.Jobs.Any(job => job.Kind == kind.Job && job.Files.Count > 0))];

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions) =>
        new Column(10, Offered(state).Select(kind => Part(kind, state, actions)));

    private static Card Part(WorkKind kind, EditorState state, EditorActions actions)
    {
        Job? newest = state.Jobs.FirstOrDefault(job => job.Kind == kind.Job);
        Job? made = state.Jobs.FirstOrDefault(job => job.Kind == kind.Job && job.State == JobState.Done && job.Files.Count > 0);
        bool isRunning = newest?.State is JobState.Queued or JobState.Preparing or JobState.Working;
        string? why = WhyNot(kind, state, isRunning);
        return new Card(
            9,
            [
                new Row(
                    10,
                    Cell.Rest(new Column(2, new Label(kind.Title, 14, isBold: true, maxLines: 1), new Label(kind.Text, 11.5, Ink.Dim)), 100),
                    Cell.Natural(new Button(
                        made is null ? kind.Start : $"{kind.Start} again",
                        () => actions.Desk.StartJob(kind.Service),
                        made is null ? ButtonLook.Primary : ButtonLook.Plain)
                    {
                        Id = $"work/{kind.Service}/start",
                        WhyDisabled = why,
                        Tooltip = kind.Text,
                    })),
                why is not null && !isRunning ? new Label(why, 11.5, Ink.Warn) : null,
                isRunning ? Running(newest!, kind, actions) : null,
                newest is { State: JobState.Failed } ? new Label($"It failed: {newest.Error}", 11.5, Ink.Bad) : null,
                newest is { State: JobState.Cancelled } ? new Label("Cancelled. Nothing half made was left behind.", 11.5, Ink.Dim) : null,
                .. made is null ? [] : Files(made, kind, actions),
                .. made is null ? [] : ListenRow.Build(made, kind, state, actions),
            ])
        {
            Padding = 14,
        };
    }

    private static string? WhyNot(WorkKind kind, EditorState state, bool isRunning) =>
        isRunning ? "It is being made already. Cancel it to begin anew."
        : state.Bridge != BridgeState.Connected ? $"{ConnectionWords.NotReached(state.Bridge)} Files that were made can be taken still."
        : !state.Services.Contains(kind.Service) ? "This bridge does not offer this. Files that were made can be taken still."
        : state.WhyNoJob ?? (state.HeardSeconds > 0 || state.Report is not null ? null : "Nothing was heard yet. Press play first.");

    private static Column Running(Job job, WorkKind kind, EditorActions actions)
    {
        string phase = job.State switch
        {
            JobState.Queued => "Waiting for its turn",
            JobState.Preparing => "Preparing",
            _ => job.Phase.Length > 0 ? job.Phase : "Working",
        };
        string left = job.HasEtaSeconds && job.State == JobState.Working ? NumberWords.Left(job.EtaSeconds) : "";
        return new Column(
            5,
            new Row(
                10,
                Cell.Rest(new Label(phase, 11.5, maxLines: 1), 80),
                Cell.Natural(new Label(left, 11.5, Ink.Dim, maxLines: 1)),
                Cell.Natural(new Label(NumberWords.Percent(Math.Clamp(job.Progress, 0, 1)), 11.5, isBold: true, maxLines: 1)),
                Cell.Natural(new Button("Cancel", () => actions.Desk.CancelJob(job.JobId)) { Id = $"work/{kind.Service}/cancel" })),
            new ProgressBar(job.Progress, Ink.Accent, 8));
    }

    private static IEnumerable<Widget> Files(Job job, WorkKind kind, EditorActions actions)
    {
        JobFile[] files = [.. job.Files.Where(file => !ListenRow.IsPreview(file))];
        yield return Section.Heading("DRAG INTO THE ARRANGEMENT");
        for (int index = 0; index < files.Length; index++)
        {
            JobFile file = files[index];
            string id = $"work/{kind.Service}/{NumberWords.Fixed(index, 0)}", title = Title(file);
            yield return new Row(
                6,
                Cell.Rest(new DragStrip(new DragOffer([file.Path], title), title, $"{Path.GetFileName(file.Path)}  ·  {NumberWords.Bytes(file.Bytes)}")
                {
                    Id = $"{id}/drag",
                    Tooltip = $"Drag it onto a track.\n{file.Path}",
                }, 120),
                Cell.Natural(new Button("Reveal", () => actions.Desk.Reveal(file.Path)) { Id = $"{id}/reveal", Tooltip = "Shows the file in the file manager." }),
                Cell.Natural(new Button("Copy path", () => actions.Shell.CopyText(file.Path)) { Id = $"{id}/path", Tooltip = "Copies where the file is, to paste it into an import dialog." }));
        }

        if (files.Length > 1)
        {
            string[] paths = [.. files.Select(file => file.Path)];
            string all = paths.Length == 2 ? "Both files" : $"All {NumberWords.Fixed(paths.Length, 0)} files";
            yield return new DragStrip(new DragOffer(paths, all), all, NumberWords.Bytes(files.Sum(file => file.Bytes)))
            {
                Id = $"work/{kind.Service}/all",
                Tooltip = "Drag all of them at once.",
            };
        }
    }

    private static string Title(JobFile file) => FeatureWords.Capital(FeatureWords.Plain(file.Name.Length > 0 ? file.Name : Path.GetFileNameWithoutExtension(file.Path)));
}
