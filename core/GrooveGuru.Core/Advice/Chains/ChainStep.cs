using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Chains;

/// <summary>One processor of a whole chain.</summary>
/// <param name="Processor">The processor with its parameters.</param>
/// <param name="Stage">Its place.</param>
/// <param name="RecommendationId">The recommendation it comes from; empty for the gain that makes before and after equally loud.</param>
/// <param name="Because">Why it stands there, one sentence.</param>
public sealed record ChainStep(ProcessorSettings Processor, ChainStage Stage, string RecommendationId, string Because);
