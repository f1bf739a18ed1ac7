namespace GrooveGuru.Core.Arrangement;

/// <summary>Looks things up that ascend.</summary>
internal static class Ascending
{
    /// <summary>The last of some ascending values that is not above a limit, found by halving: few values are looked at.</summary>
    /// <param name="count">How many values there are.</param>
    /// <param name="valueAt">The value of an index.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>Its index; −1 where all are above, or where there is none.</returns>
    public static int LastUpTo(int count, Func<int, double> valueAt, double limit)
    {
        int below = -1;
        for (int above = count; above - below > 1;)
        {
            int middle = below + ((above - below) / 2);
            (below, above) = valueAt(middle) <= limit ? (middle, above) : (below, middle);
        }

        return below;
    }
}
