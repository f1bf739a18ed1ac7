using System.Text;
using System.Text.RegularExpressions;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The parts of a report's page that are words and numbers: the advice and the table of measures.</summary>
internal static partial class ReportPageText
{
    /// <summary>Appends the recommendations.</summary>
    public static void AppendAdvice(StringBuilder html, TrackReport report)
    {
        html.Append("<section><h2>What to change</h2>");
        html.Append($"<p>{Prose(report.VerdictText)}</p>");
        foreach (Recommendation advice in report.Recommendations)
        {
            html.Append($"<article><h3>{Prose(advice.Title)} <small>{Prose(AdviceText.Urgency(advice))}</small></h3>")
                .Append($"<p>{Prose(advice.Text)}</p><ul>");
            foreach (string line in AdviceText.Chain(advice))
            {
                html.Append($"<li>{Prose(line)}</li>");
            }

            html.Append("</ul>");
            BeforeAfterPlots.Append(html, advice.BeforeAfter, advice.Folder, report);
            html.Append("</article>");
        }

        html.Append("</section>");
    }

    /// <summary>Appends all measures, with what each means; the timbre coefficients folded away.</summary>
    public static void AppendMeasures(StringBuilder html, TrackReport report)
    {
        html.Append("<section><h2>All measures</h2>");
        AppendTable(html, MeasureRows.Features(report).Concat(MeasureRows.Loudness(report.Extended)).Concat(MeasureRows.Others(report.Extended)));
        html.Append("<details><summary>Timbre coefficients (for programs)</summary>");
        AppendTable(html, MeasureRows.Coefficients(report));
        html.Append("</details></section>");
    }

    /// <summary>A sentence or a value made safe within HTML, with true arrows and minus signs.</summary>
    public static string Prose(string text) =>
        SvgPlot.Escape(Minus().Replace(text.Replace("->", "→", StringComparison.Ordinal), "−"));

    private static void AppendTable(StringBuilder html, IEnumerable<MeasureRow> rows)
    {
        html.Append("<div class=\"wide\"><table><thead><tr><th>Measure</th><th class=\"number\">Value</th><th>In words</th><th class=\"number\">Sure</th></tr></thead><tbody>");
        foreach (MeasureRow row in rows)
        {
            html.Append($"<tr><td>{Prose(row.Name)}</td><td class=\"number\">{Prose(row.Value)}</td><td>{Prose(row.Words)}</td>")
                .Append($"<td class=\"number\">{row.Sure}</td></tr>");
        }

        html.Append("</tbody></table></div>");
    }

    // A hyphen before a number that no word or number precedes: not the one of "3-band" or "2024-05".
    [GeneratedRegex(@"(?<![\w.\-])-(?=\.?\d)")]
    private static partial Regex Minus();
}
