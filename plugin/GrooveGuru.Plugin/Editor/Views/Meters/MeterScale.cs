namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>Where levels stand on a bar.</summary>
internal static class MeterScale
{
    /// <summary>The lowest level that is shown, dBFS.</summary>
    public const double FloorDb = -60;

    /// <summary>The highest one: float samples can go over full scale.</summary>
    public const double TopDb = 3;

    /// <summary>The place of a level.</summary>
    /// <returns>0–1; 0 for silence and NaN.</returns>
    public static double Place(double db) => double.IsNaN(db) ? 0 : Math.Clamp((db - FloorDb) / (TopDb - FloorDb), 0, 1);

    /// <summary>The place of a level in steps, so that what looks the same is the same.</summary>
    /// <param name="db">Level, dBFS.</param>
    /// <param name="steps">Steps of the whole bar.</param>
    public static int Step(double db, double steps) => (int)Math.Round(Place(db) * steps);
}
