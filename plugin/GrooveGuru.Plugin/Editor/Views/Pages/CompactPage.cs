using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>The most important advice in a few lines.</summary>
internal static class CompactPage
{
    /// <summary>The most recommendations that are shown.</summary>
    public const int MostLines = 3;

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions)
    {
        if (state.Report is not { } report)
        {
            // Where there is no bridge, the line above the meters says all of it.
            return BridgeWords.Problem(state) is null ? OverviewPage.Empty(state) : new Space();
        }

        Recommendation[] open = [.. AdviceWords.Ordered(report).Where(AdviceWords.IsOpen)];
        if (AdvicePage.Verdict(report) is not null || open.Length == 0)
        {
            return Settled(report, open, actions);
        }

        Recommendation[] shown = [.. open.Where(item => item.Confidence >= AdviceWords.SureEnough).Concat(open.Where(item => item.Confidence < AdviceWords.SureEnough)).Take(MostLines)];
        return new Column(6, shown.Select(item => Line(item, actions)));
    }

    private static Card Settled(TrackReport report, Recommendation[] open, EditorActions actions)
    {
        Button? ideas = open.Length == 0 ? null
            : new Button(open.Length == 1 ? "See 1 idea" : $"See {NumberWords.Fixed(open.Length, 0)} ideas", () => Show(actions, null)) { Id = "ideas" };
        string title = report.HasNotJudged ? "Not judged" : report.Recommendations.Count > 0 && open.Length == 0 ? "All advice is settled" : "Nothing clearly wrong";
        string text = report.HasNotJudged ? report.NotJudged
            : report.Recommendations.Count > 0 && open.Length == 0 ? "Play the track again to have it measured."
            : "No measure is far enough out of line to be sure of a fault.";
        return Section.Notice(
            report.HasNotJudged ? Ink.Warn : Ink.Good,
            title,
            text,
            ideas is null ? null : new Row(6, Cell.Natural(ideas)));
    }

    private static AdviceLine Line(Recommendation item, EditorActions actions) => new(item, () => Show(actions, item.Id))
    {
        Id = $"advice/{item.Id}/line",
        Tooltip = string.Join('\n', item.Because.Select(AdviceWords.Cause)),
    };

    private static void Show(EditorActions actions, string? id)
    {
        if (id is not null)
        {
            actions.Open(id);
        }

        actions.ChooseTab("advice");
        actions.SwitchSize();
    }
}
