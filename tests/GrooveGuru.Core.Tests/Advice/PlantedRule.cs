using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>A rule that always proposes what a test wants.</summary>
internal sealed class PlantedRule(
    string measureId, double target, Func<double, ProcessorSettings[]> chainFor, RecommendationDomain domain = RecommendationDomain.Eq)
    : IAdviceRule
{
    /// <summary>A rule with one fixed chain.</summary>
    internal PlantedRule(string measureId, double target, ProcessorSettings[] chain, RecommendationDomain domain = RecommendationDomain.Eq)
        : this(measureId, target, _ => chain, domain)
    {
    }

    public string Id { get; init; } = "planted";

    public bool AroundPeak { get; init; }

    public int Priority { get; init; } = 2;

    public double Confidence { get; init; } = 0.5;

    /// <summary>The largest amount; the least is 1.</summary>
    public double MaxAmount { get; init; } = 1;

    public IReadOnlyList<Guard> Guards { get; init; } = [];

    public Proposal Propose(AdviceContext context)
    {
        var tuning = new Tuning
        {
            MeasureId = measureId,
            Target = target,
            MinAmount = 1,
            MaxAmount = MaxAmount,
            Step = 0.5,
            AroundPeak = AroundPeak,
            Guards = Guards,
            ChainFor = chainFor,
        };
        return RuleProposal.Of(
            Id, domain, Priority, Confidence, [RuleProposal.Because(measureId, 0, 0, "Planted.")], context.Measure(measureId)!.Value, tuning);
    }
}
