namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>
/// A level that rises at once and falls by the clock, whatever the number of frames: so a bar moves evenly where readings come in
/// steps, and the mark of a peak can be read.
/// </summary>
internal struct FallingLevel
{
    private double _heldSeconds;

    /// <summary>A level at the floor.</summary>
    public FallingLevel() => ShownDb = MeterScale.FloorDb;

    /// <summary>How fast it falls, dB/s; above 0.</summary>
    public required double FallDbPerSecond { get; init; }

    /// <summary>How long it stays before it falls, s.</summary>
    public double HoldSeconds { get; init; }

    /// <summary>What is shown, dBFS; the floor of the scale for silence.</summary>
    public double ShownDb { get; private set; }

    /// <summary>Takes what was measured now.</summary>
    /// <param name="db">Level, dBFS; negative infinity and NaN are silence.</param>
    /// <param name="elapsedSeconds">Time since the last call, s, 0 or more.</param>
    /// <returns>Whether it is still on its way to that level.</returns>
    public bool Take(double db, double elapsedSeconds)
    {
        double target = double.IsNaN(db) ? MeterScale.FloorDb : Math.Max(db, MeterScale.FloorDb);
        if (target >= ShownDb)
        {
            (ShownDb, _heldSeconds) = (target, 0);
            return false;
        }

        // Only the part of the time that lies after the hold lets it fall.
        double before = _heldSeconds;
        _heldSeconds += elapsedSeconds;
        double falling = Math.Max(0, _heldSeconds - HoldSeconds) - Math.Max(0, before - HoldSeconds);
        ShownDb = Math.Max(target, ShownDb - (falling * FallDbPerSecond));
        return ShownDb > target;
    }
}
