using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The parts of a report's page on advice as a whole: what became of earlier advice, all as one chain, and what gave way.</summary>
internal static class ReportPageChain
{
    /// <summary>Appends what became of earlier advice; nothing where there was none.</summary>
    public static void AppendFollowUps(StringBuilder html, TrackReport report)
    {
        if (report.FollowUps.Count == 0)
        {
            return;
        }

        html.Append("<section><h2>What became of earlier advice</h2>");
        if (report.HasOtherAudio)
        {
            html.Append($"<p>{ReportPageText.Prose(report.OtherAudio)} Nothing is ticked off.</p>");
        }

        html.Append("<ul class=\"followups\">");
        foreach (FollowUp item in report.FollowUps)
        {
            html.Append($"<li class=\"{item.Status.ToString().ToLowerInvariant()}\">{ReportPageText.Prose(item.Text)}</li>");
        }

        html.Append("</ul></section>");
    }

    /// <summary>Appends the whole chain and what gave way, where there is any.</summary>
    public static void Append(StringBuilder html, TrackReport report)
    {
        if (report.WholeChain is { Steps.Count: > 0 } chain)
        {
            AppendChain(html, chain, report);
        }

        if (report.Conflicts.Count > 0)
        {
            html.Append("<section><h2>What gave way</h2><ul>");
            foreach (ResolvedConflict conflict in report.Conflicts)
            {
                html.Append($"<li>{ReportPageText.Prose(conflict.Text)}</li>");
            }

            html.Append("</ul></section>");
        }
    }

    private static void AppendChain(StringBuilder html, WholeChain chain, TrackReport report)
    {
        html.Append("<section><h2>As one chain</h2><article><ol>");
        foreach (ChainStep step in chain.Steps)
        {
            string from = step.RecommendationId.Length > 0 ? $" <small>from {SvgPlot.Escape(step.RecommendationId)}</small>" : "";
            html.Append($"<li><b>{ReportPageText.Prose(step.Action)}</b>{from}<br><span class=\"quiet\">{ReportPageText.Prose(step.Because)}</span></li>");
        }

        html.Append($"</ol><p>{ReportPageText.Prose(chain.Text)}</p>");
        BeforeAfterPlots.Append(html, chain.BeforeAfter, chain.Folder, report);
        html.Append("</article></section>");
    }
}
