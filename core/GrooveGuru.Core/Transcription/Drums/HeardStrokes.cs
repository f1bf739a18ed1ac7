namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>What may be strokes in a recording.</summary>
/// <param name="Strokes">By time; empty for silence.</param>
/// <param name="SoundingSeconds">How long anything sounds, s.</param>
/// <param name="OthersShare">Share of that time in which other instruments sound, 0 to 1, as far as the model can tell.</param>
internal sealed record HeardStrokes(IReadOnlyList<Stroke> Strokes, double SoundingSeconds, double OthersShare);
