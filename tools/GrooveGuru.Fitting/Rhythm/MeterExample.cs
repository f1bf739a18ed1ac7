using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>The readings of the bars of a piece whose beats are right.</summary>
/// <param name="Hypotheses">The readings.</param>
/// <param name="Right">Index of the right one.</param>
internal sealed record MeterExample(IReadOnlyList<MeterHypothesis> Hypotheses, int Right);
