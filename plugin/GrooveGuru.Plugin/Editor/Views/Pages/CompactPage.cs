using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>The most important advice: what to do, its settings, and as much of the why as there is room for.</summary>
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
            return ConnectionWords.Problem(state) is null ? OverviewPage.Empty(state) : new Space();
        }

        Recommendation[] open = [.. AdviceWords.Ordered(report).Where(AdviceWords.IsOpen)];
        if (open.Length == 0)
        {
            return report.Recommendations.Count == 0
                ? AdvicePage.Verdict(report) ?? new Space()
                : Section.Notice(Ink.Good, "All advice is settled", "Play the track again to have it measured.");
        }

        Recommendation[] shown = [.. open.Where(item => item.Likely).Concat(open.Where(item => !item.Likely)).Take(MostLines)];
        int whyLines = shown.Length switch { 1 => 3, 2 => 2, _ => 0 };
        return new Column(
            6,
            [
                report.Verdict == AdviceVerdict.SomethingToFix ? null : AdvicePage.Verdict(report, isSmall: true),
                .. shown.Select(item => Line(item, whyLines, actions)),
            ]);
    }

    private static AdviceLine Line(Recommendation item, int whyLines, EditorActions actions) => new(item, whyLines, () => Show(actions, item.Id))
    {
        Id = $"advice/{item.Id}/line",
        Tooltip = string.Join('\n', item.Because.Select(AdviceWords.Cause).Append("Press to see all of it.")),
    };

    private static void Show(EditorActions actions, string id)
    {
        actions.Open(id);
        actions.ChooseTab("advice");
        actions.SwitchSize();
    }
}
