namespace GrooveGuru.Core.Features;

/// <summary>The stereo field within one of <see cref="TonalBalanceBands"/>.</summary>
/// <param name="Width">Side energy over mid and side energy, 0–1; null where the band is silent.</param>
/// <param name="Correlation">Left with right, −1…1; null where the band is silent.</param>
public sealed record BandStereo(double? Width, double? Correlation);
