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
        string? firstId = AdviceWords.IsNothingWrong(report) ? null : ordered.FirstOrDefault(AdviceWords.IsOpen)?.Id;
        return new Column(
            10,
            [
                Verdict(report),
                FollowUps(report),
                .. ordered.Select(item => AdviceCard.Build(item, actions, item.Id == firstId)),
                WholeChain(report, actions),
                GaveWay(report),
            ]);
    }

    /// <summary>Says plainly that nothing is wrong, or why nothing was judged; null where there is advice.</summary>
    public static Card? Verdict(TrackReport report) => report switch
    {
        { HasNotJudged: true } => Section.Notice(Ink.Warn, "Not judged", report.NotJudged),
        { Recommendations.Count: 0 } => Section.Notice(Ink.Good, "Nothing clearly wrong", "No measure is out of line on this track. There is nothing to fix."),
        _ when AdviceWords.IsNothingWrong(report) => Section.Notice(
            Ink.Good,
            "Nothing clearly wrong",
            "No measure is far enough out of line to be sure of a fault. What follows are ideas; leave them if you like the sound."),
        _ => null,
    };

    private static Card? FollowUps(TrackReport report)
    {
        if (report.FollowUps.Count == 0)
        {
            return null;
        }

        return new Card(
            6,
            [
                Section.Heading("WHAT BECAME OF EARLIER ADVICE"),
                report.HasOtherAudio ? new Label(report.OtherAudio + " Nothing is ticked off.", 11.5, Ink.Warn) : null,
                .. report.FollowUps.Select(item => new Row(
                    8,
                    Cell.Fixed(84, new Badge(Word(item.Status), StatusInk(item.Status))),
                    Cell.Rest(new Label(WithoutWord(item), 11.5), 80))
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
                    Cell.Natural(actions.Copy("chain/copy", "Copy settings", toCopy, "Copies the settings of the whole chain, one processor a line."))),
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

    // The sentence begins with the word that stands beside it.
    private static string WithoutWord(FollowUp item)
    {
        string word = Word(item.Status) + ": ";
        return item.Text.StartsWith(word, StringComparison.Ordinal) ? FeatureWords.Capital(item.Text[word.Length..]) : item.Text;
    }

    private static string Word(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Confirmed => "Confirmed",
        RecommendationStatus.TriedByUser => "Tried",
        RecommendationStatus.Improved => "Improved",
        RecommendationStatus.Worse => "Worse",
        RecommendationStatus.Unchanged => "Unchanged",
        RecommendationStatus.Dismissed => "Dismissed",
        _ => "Open",
    };

    private static Ink StatusInk(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Confirmed or RecommendationStatus.Improved => Ink.Good,
        RecommendationStatus.Worse => Ink.Bad,
        RecommendationStatus.Unchanged => Ink.Warn,
        _ => Ink.Dim,
    };
}
