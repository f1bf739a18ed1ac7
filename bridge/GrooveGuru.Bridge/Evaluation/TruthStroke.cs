namespace GrooveGuru.Bridge.Evaluation;

/// <summary>A stroke of a drum of a piece.</summary>
/// <param name="OnsetSeconds">When it is struck, s.</param>
/// <param name="Key">General MIDI percussion key.</param>
/// <param name="Velocity">1 to 127; null where it is not known.</param>
internal sealed record TruthStroke(double OnsetSeconds, int Key, int? Velocity);
