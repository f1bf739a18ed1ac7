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

    internal static Reason Because(string measureId, double measured, double threshold, string meaning) =>
        new(measureId, measured, threshold, MeasureInfo.Of(measureId).Unit, meaning);
}
