using GrooveGuru.Bridge.Evaluation;

namespace GrooveGuru.Fitting;

/// <summary>One piece to learn from.</summary>
/// <param name="Truth">What is known of it; nothing but its id for a sound without pulse and key.</param>
/// <param name="Mono">The mono mix at 22 050 Hz.</param>
internal sealed record TrainingPiece(TruthPiece Truth, float[] Mono);
