using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>What to change: the most urgent first, with why, how sure, and what was measured when it was tried.</summary>
internal static class AdvicePage
{
    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions)
    {
        if (state.Report is not { } report)
        {
            return OverviewPage.Empty(state);
        }

        IReadOnlyList<Recommendation> ordered = AdviceWords.Ordered(report);
        string? firstId = ordered.FirstOrDefault(item => item.Likely && AdviceWords.IsOpen(item))?.Id;
        return new Column(
            10,
            [
                Verdict(report),
                FollowUps(report),
                .. ordered.Select(item => AdviceCard.Build(item, HeardAgain(report, item), actions, item.Id == firstId)),
                WholeChain(report, actions),
                GaveWay(report),
            ]);
    }

    /// <summary>The bridge's verdict as it stands in the report: a card where nothing has to be done, a line above the advice else.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isSmall">Whether there is little room.</param>
    /// <returns>Null where the report has none.</returns>
    public static Widget? Verdict(TrackReport report, bool isSmall = false)
    {
        (string title, string text) = AdviceWords.Verdict(report);
        return report.Verdict switch
        {
            _ when title.Length == 0 => null,
            AdviceVerdict.NotJudged => Notice(Ink.Warn),
            AdviceVerdict.NothingToFix or AdviceVerdict.NothingClearlyWrong => Notice(Ink.Good),
            _ => new Label(report.VerdictText, 12, Ink.Dim),
        };

        Card Notice(Ink mark) => isSmall ? Section.SmallNotice(mark, title, text) : Section.Notice(mark, title, text);
    }

    private static FollowUp? HeardAgain(TrackReport report, Recommendation item) =>
        report.FollowUps.FirstOrDefault(followUp => followUp.RecommendationId == item.Id && followUp.Status == item.Status);

    private static Card? FollowUps(TrackReport report)
    {
        // What is said on a card of its own below is not said here too.
        FollowUp[] gone = [.. report.FollowUps.Where(followUp => !report.Recommendations.Any(item => HeardAgain(report, item) == followUp))];
        if (gone.Length == 0 && !report.HasOtherAudio)
        {
            return null;
        }

        return new Card(
            6,
            [
                Section.Heading("WHAT BECAME OF EARLIER ADVICE"),
                report.HasOtherAudio ? new Label(report.OtherAudio + " Nothing is ticked off.", 11.5, Ink.Warn) : null,
                .. gone.Select(item => new Row(
                    8,
                    Cell.Fixed(84, new Badge(AdviceWords.StatusWord(item.Status), StatusInk(item.Status))),
                    Cell.Rest(new Label(AdviceWords.WithoutWord(item), 11.5), 80))
                {
                    IsTopAligned = true,
                }),
            ])
        {
            Padding = 14,
        };
    }

    private static Card? WholeChain(TrackReport report, EditorActions actions)
    {
        if (report.WholeChain is not { Steps.Count: > 1 } chain || report.Recommendations.Count < 2)
        {
            return null;
        }

        string[] steps = [.. chain.Steps.Select((step, index) => $"{NumberWords.Fixed(index + 1, 0)}. {step.Action}")];
        string toCopy = string.Join('\n', chain.Steps.Select(step => AdviceWords.Processor(step.Processor)));
        return new Card(
            6,
            [
                new Row(
                    8,
                    Cell.Rest(Section.Heading("ALL OF IT AS ONE CHAIN")),
                    Cell.Natural(actions.Copy("chain/copy", "Copy settings", toCopy, "Copies the settings of the whole chain, one processor a line.", ButtonLook.Link))),
                .. steps.Select((text, index) => new Label(text, 12) { Tooltip = chain.Steps[index].Because }),
                new Label(chain.Text, 11, Ink.Dim),
            ])
        {
            Padding = 14,
        };
    }

    private static Card? GaveWay(TrackReport report) => report.Conflicts.Count == 0 ? null : new Card(
        4,
        [Section.Heading("WHAT GAVE WAY"), .. report.Conflicts.Select(conflict => new Label(conflict.Text, 11, Ink.Dim))])
    {
        Padding = 14,
    };

    private static Ink StatusInk(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Confirmed or RecommendationStatus.Improved => Ink.Good,
        RecommendationStatus.Worse => Ink.Bad,
        RecommendationStatus.Unchanged => Ink.Warn,
        _ => Ink.Dim,
    };
}
