namespace GrooveGuru.Core.Advice;

/// <summary>A proposal that survived its trial, with what is needed to try it again at another amount.</summary>
/// <param name="Proposal">What the rule proposed.</param>
/// <param name="Amount">The amount that was found.</param>
/// <param name="Recommendation">What is given.</param>
internal sealed record TriedProposal(Proposal Proposal, double Amount, Recommendation Recommendation)
{
    /// <summary>Id of the recommendation.</summary>
    internal string Id => Recommendation.Id;

    /// <summary>Whether it is to change the level.</summary>
    internal bool ChangesLevel => Recommendation.Domain == RecommendationDomain.Gain;
}
