namespace GrooveGuru.Core.Tonality;

/// <summary>One reading of the key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Correlation">Correlation of the chroma with the rotated profile, −1…1.</param>
/// <param name="Confidence">How likely it is against the other readings, 0–1.</param>
public sealed record KeyCandidate(MusicalKey Key, double Correlation, double Confidence);
