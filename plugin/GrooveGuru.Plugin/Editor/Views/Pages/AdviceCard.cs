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
    /// <param name="actions">What can be asked for.</param>
    /// <param name="isOpenAtFirst">Whether its details are open before the user did anything.</param>
    public static Card Build(Recommendation item, EditorActions actions, bool isOpenAtFirst)
    {
        bool isOpen = actions.IsOpen(item.Id, isOpenAtFirst);
        string why = string.Join('\n', item.Because.Select(AdviceWords.Cause));
        (string Text, Ink Ink)? status = AdviceWords.Status(item.Status);
        return new Card(
            8,
            [
                Head(item, why),
                status is { } said ? new Label(said.Text, 11.5, said.Ink, maxLines: 1) : null,
                .. isOpen ? Details(item) : Short(item),
                Buttons(item, actions, isOpen),
            ])
        {
            Padding = 14,
            Mark = AdviceWords.IsOpen(item) && item.Confidence >= AdviceWords.SureEnough ? AdviceWords.PriorityInk(item.Priority) : null,
        };
    }

    private static Row Head(Recommendation item, string why) => new(
        10,
        Cell.Natural(new Badge(AdviceWords.Priority(item.Priority), AdviceWords.PriorityInk(item.Priority))),
        Cell.Rest(
            new Label(item.Title, 13.5, AdviceWords.IsOpen(item) ? Ink.Normal : Ink.Dim, isBold: true) { Tooltip = why.Length > 0 ? why : null },
            120),
        Cell.Fixed(124, new Column(
            3,
            new Label($"{AdviceWords.Confidence(item.Confidence)} · {NumberWords.Percent(item.Confidence)}", 11, maxLines: 1, align: TextAlign.Right),
            new ProgressBar(item.Confidence, item.Confidence >= AdviceWords.SureEnough ? Ink.Accent : Ink.Dim, 4))
        {
            Tooltip = "How sure this is, judged by how often such advice was right on tracks whose faults were known.",
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
                    Section.Heading($"TRIED {AdviceWords.TriedOn(item).ToUpperInvariant()}"),
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

    private static Row Buttons(Recommendation item, EditorActions actions, bool isOpen)
    {
        string id = $"advice/{item.Id}";
        List<Cell> cells =
        [
            Cell.Natural(new Button(isOpen ? "Less" : "Why and how", () => actions.Open(item.Id, !isOpen), ButtonLook.Quiet) { Id = $"{id}/details" }),
            Cell.Natural(actions.Copy(
                $"{id}/copy", "Copy settings", AdviceWords.ParametersToCopy(item), "Copies the settings as text, one processor a line.")),
            Cell.Rest(new Space()),
        ];
        if (AdviceWords.IsOpen(item))
        {
            cells.Add(Cell.Natural(new Button("Dismiss", () => actions.Desk.Mark(item.Id, RecommendationStatus.Dismissed), ButtonLook.Quiet)
            {
                Id = $"{id}/dismiss",
                Tooltip = "Not for this track. It is not given again; Undo takes it back.",
            }));
            cells.Add(Cell.Natural(new Button("Done", () => actions.Desk.Mark(item.Id, RecommendationStatus.TriedByUser))
            {
                Id = $"{id}/done",
                Tooltip = "You have set it. Play the track again: it is measured, and ticked off where it helped.",
            }));
        }
        else
        {
            cells.Add(Cell.Natural(new Button("Undo", () => actions.Desk.Mark(item.Id, RecommendationStatus.Open))
            {
                Id = $"{id}/undo",
                WhyDisabled = item.Status == RecommendationStatus.Confirmed
                    ? "This was measured, not said. Play the track again to have it measured anew."
                    : null,
                Tooltip = "Puts it among the open ones again.",
            }));
        }

        return new Row(6, cells);
    }
}
