using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>What a compressor or an expander does to the level.</summary>
/// <param name="Curve">The static curve.</param>
/// <param name="Side">1 to act above the threshold, −1 below it.</param>
/// <param name="FloorDb">The lowest change of gain, dB.</param>
/// <param name="MakeupDb">Gain after it, dB.</param>
/// <param name="GrowMs">Time to 63 % of a larger change of gain, ms.</param>
/// <param name="ShrinkMs">Time to 63 % of a smaller change of gain, ms.</param>
/// <param name="Detection">What is taken for the level.</param>
internal readonly record struct DynamicsShape(
    GainCurve Curve, int Side, double FloorDb, double MakeupDb, double GrowMs, double ShrinkMs, LevelDetection Detection)
{
    /// <summary>The change of gain that a steady level ends at, before make-up, dB.</summary>
    /// <param name="levelDb">Level, dBFS.</param>
    [RealtimeSafe]
    internal double ChangeDb(double levelDb) =>
        Math.Max(FloorDb, Curve.ChangeDb(Side * (levelDb - Curve.ThresholdDb)));

    /// <summary>A shape on the way from this one to another of the same side; times and detection change at once.</summary>
    [RealtimeSafe]
    internal DynamicsShape Towards(DynamicsShape other, double share) => new(
        Curve.Towards(other.Curve, share),
        other.Side,
        FloorDb + (share * (other.FloorDb - FloorDb)),
        MakeupDb + (share * (other.MakeupDb - MakeupDb)),
        other.GrowMs,
        other.ShrinkMs,
        other.Detection);
}
