using GrooveGuru.Bridge.Evaluation;

namespace GrooveGuru.Fitting.Drums;

/// <summary>A piece to learn strokes from.</summary>
/// <param name="Truth">What is known of it.</param>
/// <param name="Path">Its audio.</param>
/// <param name="Bands">Levels of each frame in bel, with silence before and after [frames][bands].</param>
/// <param name="Targets">How much each frame is the begin of each kind, and whether other instruments sound, 0 to 1 [frames][answers].</param>
/// <param name="Chosen">The frames to learn from.</param>
internal sealed record DrumPiece(TruthPiece Truth, string Path, float[][] Bands, float[][] Targets, int[] Chosen);
