namespace GrooveGuru.Core.Advice.Chains;

/// <summary>A whole chain as it was tried once.</summary>
/// <param name="Steps">The processors in signal order.</param>
/// <param name="AfterByTrial">What came out, for each excerpt it was tried on.</param>
/// <param name="Broken">What it breaks, as the end of a sentence; null where nothing.</param>
internal sealed record ChainAttempt(
    IReadOnlyList<ChainStep> Steps, IReadOnlyDictionary<ProposalTrial, Take> AfterByTrial, string? Broken);
