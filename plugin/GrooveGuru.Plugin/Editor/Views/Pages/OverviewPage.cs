using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>What the track is: role, words, the features that matter, and the judgements of the whole.</summary>
internal static class OverviewPage
{
    private const double TwoColumnsFrom = 640;
    private const int Levels = 7;

    /// <summary>Builds it.</summary>
    public static Widget Build(EditorState state, EditorActions actions)
    {
        if (state.Report is not { } report)
        {
            return Empty(state);
        }

        Widget features = Features(report), whole = Judgements(report);
        return new Column(10, Role(report, state.TrackRole), new Split(10, TwoColumnsFrom, features, whole) { FirstShare = 0.57 });
    }

    /// <summary>What stands there before the first report.</summary>
    public static Widget Empty(EditorState state) => state switch
    {
        { Bridge: not BridgeState.Connected } => Section.Notice(
            ConnectionWords.StandingInk(state.Bridge),
            state.Bridge == BridgeState.Starting ? "The bridge is starting" : "No report yet",
            state.Bridge == BridgeState.Starting
                ? "It answers in a moment. The meters work already."
                : "Reports are made by the bridge. As soon as it answers, what is played is heard. The meters work without it."),
        { IsBypassed: true } => Section.Notice(Ink.Warn, "Bypassed", "Nothing is captured. Switch Bypass off and press play."),
        { IsAnalysing: true } => Section.Notice(Ink.Accent, "Making the first report", $"Of {NumberWords.Clock(state.HeardSeconds)} that was heard."),
        { HeardSeconds: > 0 } => Section.Notice(
            Ink.Accent,
            $"Heard {NumberWords.Clock(state.HeardSeconds)}",
            "The report comes when the transport stops. Press Analyse to have it now."),
        _ => Section.Notice(
            null,
            "Press play",
            "Play the track from where it matters, half a minute or more. It is heard, measured, and put in words here. The sound passes untouched."),
    };

    private static Card Role(TrackReport report, TrackRole said)
    {
        bool isSaid = RoleWords.IsTold(said), isOther = isSaid && report.Role is { } heard && RoleWords.IsTold(heard.Role) && heard.Role != said;
        string decided = report.Role?.DecidedBy ?? "";
        string sure = isSaid ? "your choice" : RoleWords.HeardSure(report.Role);
        string reach = $"Report {NumberWords.Fixed(report.ReportNumber, 0)} · {NumberWords.Clock(report.DurationSeconds)} heard"
            + (report.Final ? "" : " · still playing")
            + (report.LostFrames > 0 ? $" · {NumberWords.Fixed(report.LostFrames, 0)} frames lost" : "");
        return new Card(
            6,
            new Row(
                8,
                Cell.Natural(new Label(isSaid ? RoleWords.Name(said) : RoleWords.Heard(report.Role), 17, isBold: true, maxLines: 1) { Tooltip = decided.Length > 0 ? decided : null }),
                sure.Length > 0 ? Cell.Natural(new Badge(sure, Ink.Accent) { Tooltip = decided.Length > 0 ? decided : null }) : null,
                Cell.Rest(new Label(reach, 10.5, Ink.Dim, maxLines: 1, align: Drawing.TextAlign.Right), 60)),
            new Label(string.Join(' ', report.Summary), 12.5),
            isOther ? new Label($"By its sound it could be: {RoleWords.Heard(report.Role).ToLowerInvariant()} ({NumberWords.Percent(report.Role!.Confidence)}).", 11.5, Ink.Dim) : null,
            !isSaid && RoleWords.IsByName(report.Role)
                ? new Label($"The name decided: \"{report.Role!.NameWord}\" stands in it. The sound alone does not say so; choose the role above if the name is wrong.", 11.5, Ink.Dim)
                : null)
        {
            Padding = 14,
            Mark = Ink.Accent,
        };
    }

    private static Card Features(TrackReport report)
    {
        Dictionary<string, FeatureMeaning> meanings = report.Meanings.GroupBy(meaning => meaning.FeatureId).ToDictionary(group => group.Key, group => group.First());
        IEnumerable<FeatureValue> shown = FeatureWords.ThatMatter
            .Select(id => report.Features.FirstOrDefault(feature => feature.Id == id)).OfType<FeatureValue>();
        return new Card(
            6,
            [
                Section.Heading("WHAT IT IS MADE OF"),
                .. Extended(report.Extended),
                .. shown.Select(feature => Feature(feature, meanings.GetValueOrDefault(feature.Id))),
            ])
        {
            Padding = 14,
        };
    }

    private static IEnumerable<Widget> Extended(ExtendedMeasures? extended)
    {
        if (extended is { HasIntegratedLufs: true })
        {
            string range = extended.HasRangeLu ? $"range {NumberWords.Fixed(extended.RangeLu, 1)} LU" : "";
            yield return Line("Loudness", NumberWords.Level(extended.IntegratedLufs) + " LUFS", range, null, "Integrated loudness of what was heard (BS.1770), and how far loud and quiet parts lie apart.");
        }

        if (extended is { HasTruePeakDbtp: true })
        {
            string clipped = extended.ClippedSamples > 0 ? $"{NumberWords.Fixed(extended.ClippedSamples, 0)} clipped" : "nothing clipped";
            yield return Line("True peak", NumberWords.Level(extended.TruePeakDbtp) + " dBTP", clipped, null, "The highest level between the samples too; above -1 dBTP players and encoders may clip.");
        }
    }

    private static Row Feature(FeatureValue feature, FeatureMeaning? meaning)
    {
        string name = feature.Name.Length > 0 ? feature.Name : FeatureWords.Capital(FeatureWords.Plain(feature.Id));
        if (feature.HasNotMeasurable)
        {
            return Line(name, "–", "not measurable", null, feature.NotMeasurable);
        }

        string sure = feature.HasConfidence ? $"\n{NumberWords.Percent(feature.Confidence)} sure." : "";
        return Line(
            name.Split(" (")[0],
            FeatureWords.ShortValue(feature),
            meaning?.Word ?? "",
            meaning is null || feature.HasText || meaning.Level == SemanticLevel.Unspecified ? null : (int)meaning.Level,
            $"{name}: {FeatureWords.Value(feature)}{(meaning is null ? "" : $", {meaning.Word}")}.{sure}");
    }

    private static Row Line(string name, string value, string word, int? level, string tooltip) => new(
        8,
        new Cell(new Label(name, 11.5, Ink.Dim, maxLines: 1), 60, 1.25),
        Cell.Fixed(80, new Label(value, 11.5, isBold: true, maxLines: 1)),
        Cell.Rest(new Label(word, 11.5, maxLines: 1), 60),
        Cell.Fixed(52, level is { } filled ? new StepBar(filled, Levels) : new Space(8)))
    {
        Tooltip = tooltip,
    };

    private static Card Judgements(TrackReport report) => new(
        10,
        [
            Section.Heading("THE WHOLE"),
            .. report.Context.Select(Judgement),
            .. report.Context.Count == 0 ? [new Label("No judgement was made.", 11.5, Ink.Dim)] : Array.Empty<Widget>(),
            .. report.Relationships.Where(relation => relation.HasWord).Select(relation => new Column(
                2,
                Pair(relation.Name, relation.Word),
                new Label(relation.Text, 11, Ink.Dim))),
        ])
    {
        Padding = 14,
    };

    private static Column Judgement(ContextJudgement judgement) => new(
        3,
        Pair(judgement.Name, judgement.HasStep ? FeatureWords.Plain(judgement.Step) : "not given"),
        judgement.HasValue ? new ProgressBar(judgement.Value, Ink.Accent, 5) : null,
        new Label(judgement.HasNotGiven ? judgement.NotGiven : judgement.Text, 11, Ink.Dim))
    {
        Tooltip = judgement.DecidedBy.Count == 0 ? null : "Decided by: " + string.Join(
            ", ", judgement.DecidedBy.Select(sign => $"{sign.Name} {NumberWords.WithUnit(sign.Value, sign.Unit)}")) + ".",
    };

    private static Row Pair(string name, string word) => new(
        8,
        Cell.Rest(new Label(name, 11.5, Ink.Dim, maxLines: 1), 60),
        Cell.Natural(new Label(word, 11.5, isBold: true, maxLines: 1)));
}
