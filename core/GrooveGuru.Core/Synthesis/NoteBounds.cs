namespace GrooveGuru.Core.Synthesis;

/// <summary>What every player asks of a note.</summary>
internal static class NoteBounds
{
    /// <summary>Refuses a negative or endless onset and a velocity outside 1 to 127.</summary>
    public static void Check(double onsetSeconds, int velocity)
    {
        if (!(onsetSeconds >= 0 && onsetSeconds < int.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(onsetSeconds), onsetSeconds, "The onset is 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(velocity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(velocity, 127);
    }
}
