using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>One recommendation.</summary>
internal static class AdviceCard
{
    /// <summary>Builds it.</summary>
    /// <param name="item">The recommendation.</param>
    /// <param name="heardAgain">What a second hearing said of it; null for none.</param>
    /// <param name="actions">What can be asked for.</param>
    /// <param name="isFirst">Whether it is the one to begin with: its details are open before the user did anything, its button stands out.</param>
    public static Card Build(Recommendation item, FollowUp? heardAgain, EditorActions actions, bool isFirst)
    {
        bool isOpen = actions.IsOpen(item.Id, isFirst), isSettled = !AdviceWords.IsOpen(item);
        string why = string.Join('\n', item.Because.Select(AdviceWords.Cause));
        (string Text, Ink Ink)? status = AdviceWords.Status(item.Status);
        return new Card(
            8,
            [
                isSettled ? new Label(item.Title, 13, Ink.Dim, isBold: true) { Tooltip = why.Length > 0 ? why : null } : Head(item, why),
                status is { } said ? new Label(said.Text, 11.5, said.Ink, isBold: true) : null,
                heardAgain is null ? null : new Label(AdviceWords.WithoutWord(heardAgain), 11.5),
                .. isOpen ? Details(item) : isSettled ? [] : Short(item),
                Buttons(item, actions, isOpen, isFirst),
            ])
        {
            Padding = 14,
            Mark = !isSettled && item.Likely ? AdviceWords.PriorityInk(item.Priority) : null,
        };
    }

    private static Row Head(Recommendation item, string why) => new(
        10,
        Cell.Natural(new Badge(AdviceWords.Priority(item.Priority), AdviceWords.PriorityInk(item.Priority))),
        Cell.Rest(
            new Label(item.Title, 13.5, isBold: true) { Tooltip = why.Length > 0 ? why : null },
            120),
        Cell.Fixed(124, new Column(
            3,
            new Label($"{AdviceWords.Confidence(item)} · {NumberWords.Percent(item.Confidence)}", 11, maxLines: 1, align: TextAlign.Right),
            new ProgressBar(item.Confidence, item.Likely ? Ink.Accent : Ink.Dim, 4))
        {
            Tooltip = "How sure this is: how often such advice was right on tracks whose faults were known.",
        }));

    private static IEnumerable<Widget> Short(Recommendation item)
    {
        if (item.Because.FirstOrDefault() is { Meaning.Length: > 0 } first)
        {
            yield return new Label(first.Meaning, 11.5, Ink.Dim, maxLines: 2) { Tooltip = AdviceWords.Cause(first) };
        }
    }

    private static IEnumerable<Widget> Details(Recommendation item)
    {
        if (item.Because.Count > 0)
        {
            yield return new Column(4, [Section.Heading("WHY"), .. item.Because.Select(Reason)]);
        }

        if (item.Chain.Count > 0)
        {
            yield return new Column(4, [Section.Heading("SETTINGS"), .. item.Chain.Select((processor, index) => Processor(item, processor, index))]);
        }

        if (item.Evidence.Count > 0)
        {
            yield return new Column(
                3,
                [
                    Section.Heading($"TRIED {AdviceWords.TriedOn(item).ToUpperInvariant()}: BEFORE → AFTER"),
                    .. item.Evidence.Select(evidence => new Label(AdviceWords.EvidencePhrase(evidence), 11.5)),
                ]);
        }
    }

    private static Column Reason(Reason reason)
    {
        string[] cause = AdviceWords.Cause(reason).Split('\n', 2);
        return new Column(1, new Label(cause[0], 12), new Label(cause[^1], 11, Ink.Dim));
    }

    private static Row Processor(Recommendation item, ProcessorSettings processor, int index)
    {
        bool trims = item.EndsWithTrim && index == item.Chain.Count - 1;
        string values = string.Join("   ", processor.Displayed.Select(parameter => $"{parameter.Name} {parameter.Value}"));
        return new Row(
            10,
            Cell.Fixed(112, new Label(processor.Name, 11.5, isBold: true)),
            Cell.Rest(new Label(trims ? $"{values}   (only to make before and after equally loud)" : values, 11.5), 80))
        {
            IsTopAligned = true,
        };
    }

    private static Row Buttons(Recommendation item, EditorActions actions, bool isOpen, bool isFirst)
    {
        string id = $"advice/{item.Id}";
        List<Cell> cells =
        [
            Cell.Natural(new Button(isOpen ? "Less" : "Why and how", () => actions.Open(item.Id, !isOpen), ButtonLook.Link)
            {
                Id = $"{id}/details",
                Tooltip = isOpen ? "Hides the details." : "Shows why, what to set, and what was measured when it was tried.",
            }),
            Cell.Natural(actions.Copy(
                $"{id}/copy", "Copy settings", AdviceWords.ParametersToCopy(item), "Copies the settings as text, one processor a line.", ButtonLook.Link)),
            Cell.Rest(new Space()),
        ];
        if (AdviceWords.IsOpen(item))
        {
            cells.Add(Cell.Natural(new Button("Dismiss", () => actions.Desk.Mark(item.Id, RecommendationStatus.Dismissed), ButtonLook.Quiet)
            {
                Id = $"{id}/dismiss",
                Tooltip = "Not for this track. It is not suggested again; Undo takes it back.",
            }));
            cells.Add(Cell.Natural(new Button("Done", () => actions.Desk.Mark(item.Id, RecommendationStatus.TriedByUser), isFirst ? ButtonLook.Primary : ButtonLook.Plain)
            {
                Id = $"{id}/done",
                Tooltip = "You have set it. Play the track again: it is measured, and ticked off if it helped.",
            }));
        }
        else
        {
            cells.Add(Cell.Natural(new Button("Undo", () => actions.Desk.Mark(item.Id, RecommendationStatus.Open), ButtonLook.Quiet)
            {
                Id = $"{id}/undo",
                WhyDisabled = item.Status == RecommendationStatus.Confirmed
                    ? "This was measured, so it cannot be undone by hand. Play the track again to have it measured anew."
                    : null,
                Tooltip = "Puts it among the open ones again.",
            }));
        }

        return new Row(6, cells);
    }
}
