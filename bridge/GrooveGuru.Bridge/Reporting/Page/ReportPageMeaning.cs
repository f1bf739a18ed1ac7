using System.Globalization;
using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The part of a report's page that says what the track is and what its measures mean together.</summary>
internal static class ReportPageMeaning
{
    private const double LeastProbability = 0.02;

    /// <summary>Appends role, context and relationships.</summary>
    public static void Append(StringBuilder html, TrackReport report)
    {
        html.Append("<section><h2>What it is</h2><div class=\"meanings\">");
        AppendRole(html, report.Role);
        foreach (ContextJudgement judgement in report.Context)
        {
            AppendItem(
                html, judgement.Name, judgement.HasStep ? MeaningWords.Plain(judgement.Step) : FeatureText.None,
                judgement.HasValue ? judgement.Value : null, judgement.Text);
        }

        foreach (FeatureRelation relation in report.Relationships)
        {
            AppendItem(
                html, relation.Name, relation.HasWord ? relation.Word : FeatureText.None, relation.HasValue ? relation.Value : null, relation.Text);
        }

        html.Append("</div></section>");
    }

    private static void AppendRole(StringBuilder html, RoleEstimate role)
    {
        string others = string.Join(", ", role.Alternatives.Skip(1).Where(other => other.Probability >= LeastProbability).Take(3)
            .Select(other => $"{MeaningWords.Plain(MeaningWords.Id(other.Role))} {FeatureText.Percent(other.Probability)}"));
        AppendItem(
            html, "Role in the song", MeaningWords.Role(role), role.Role == TrackRole.Unknown ? null : role.Confidence,
            others.Length > 0 ? $"{role.DecidedBy} Otherwise {others}." : role.DecidedBy);
    }

    // A bar shows the value; the words say what it is made of.
    private static void AppendItem(StringBuilder html, string name, string word, double? value, string text)
    {
        html.Append($"<div class=\"meaning\"><span>{SvgPlot.Escape(name)}</span><b>{ReportPageText.Prose(word)}</b>");
        if (value is double place)
        {
            html.Append(CultureInfo.InvariantCulture, $"<meter min=\"0\" max=\"1\" value=\"{place:0.###}\" title=\"{place:P0}\"></meter>");
        }

        html.Append($"<p>{ReportPageText.Prose(text)}</p></div>");
    }
}
