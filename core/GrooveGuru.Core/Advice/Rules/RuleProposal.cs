using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Puts a proposal together: the parts that are alike in every rule.</summary>
internal static class RuleProposal
{
    internal static Proposal Of(
        string id,
        RecommendationDomain domain,
        int priority,
        double confidence,
        IReadOnlyList<Reason> because,
        double measured,
        Tuning tuning)
    {
        IReadOnlyList<ProcessorSettings> chain = tuning.ChainFor(tuning.MaxAmount);
        var untried = new Recommendation
        {
            Id = id,
            Domain = domain,
            Title = ChainText.Write(chain),
            Priority = priority,
            Confidence = confidence,
            Because = because,
            Chain = chain,
            Expects = [new Expectation(tuning.MeasureId, measured, tuning.Target, MeasureInfo.Of(tuning.MeasureId).Unit)],
            Evidence = [],
        };
        return new Proposal(untried, tuning);
    }

    /// <summary>A frequency half way between the usual one and the one that stands out, in octaves.</summary>
    /// <param name="usualHz">Where it mostly is, Hz.</param>
    /// <param name="standsOutHz">What stands out in the measured balance, Hz; 0 where nothing does.</param>
    /// <param name="step">What it is rounded to, Hz.</param>
    internal static double Between(double usualHz, double standsOutHz, double step) =>
        Math.Round((standsOutHz > 0 ? Math.Sqrt(usualHz * standsOutHz) : usualHz) / step) * step;

    internal static Reason Because(string measureId, double measured, double threshold, string meaning) =>
        new(measureId, measured, threshold, MeasureInfo.Of(measureId).Unit, meaning);
}
