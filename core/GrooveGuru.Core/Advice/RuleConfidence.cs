namespace GrooveGuru.Core.Advice;

/// <summary>How sure a rule may be.</summary>
/// <remarks>
/// Rises with the distance over the threshold and with the certainty of the measure, from half of the certainty at the threshold
/// towards 0.95 of it. The scale is a convention: it has not yet been calibrated against listeners.
/// </remarks>
public static class RuleConfidence
{
    /// <summary>Of an idea: what may be liked, where nothing is wrong without it.</summary>
    public const double OfIdea = 0.12;

    private const double AtThreshold = 0.5;
    private const double Highest = 0.95;
    private const double FullySureAfterSeconds = 15;

    /// <summary>Confidence, 0-1.</summary>
    /// <param name="over">Distance beyond the threshold, in the measure's unit; at most 0 gives the lowest.</param>
    /// <param name="scale">The distance at which about two thirds of the way is gone; positive.</param>
    /// <param name="certainty">How sure the measure itself is, 0-1.</param>
    public static double Of(double over, double scale, double certainty = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        double reached = 1 - Math.Exp(-Math.Max(0, over) / scale);
        return Math.Clamp(certainty, 0, 1) * (AtThreshold + ((Highest - AtThreshold) * reached));
    }

    /// <summary>How sure a long-term measure is after so much audio, 0-1.</summary>
    public static double OfDuration(double durationSeconds) =>
        Math.Clamp(0.6 + (0.4 * durationSeconds / FullySureAfterSeconds), 0, 1);
}
