namespace GrooveGuru.Core.Advice;

/// <summary>One piece of mixing knowledge: looks at what was measured and proposes, or stays silent.</summary>
public interface IAdviceRule
{
    /// <summary>Id of what it proposes: "eq.low_end_build_up".</summary>
    string Id { get; }

    /// <summary>What it proposes for this track; null where there is nothing to fix or where it cannot tell.</summary>
    Proposal? Propose(AdviceContext context);
}
