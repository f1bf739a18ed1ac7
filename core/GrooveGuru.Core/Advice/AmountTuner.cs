namespace GrooveGuru.Core.Advice;

/// <summary>Finds how much of a change is enough.</summary>
public static class AmountTuner
{
    private const int MaxHalvings = 6;

    /// <summary>The least amount that brings the measure to its target; the largest one where none does.</summary>
    /// <param name="tuning">The bounds and the target.</param>
    /// <param name="before">The measure without the change.</param>
    /// <param name="measureAt">The measure with an amount of the change; null where it cannot be measured.</param>
    /// <returns>The amount, rounded to the step; null where even the largest does not move the measure towards the target.</returns>
    public static double? Find(Tuning tuning, double before, Func<double, double?> measureAt)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        ArgumentNullException.ThrowIfNull(measureAt);
        double direction = Math.Sign(tuning.Target - before);
        double high = tuning.MaxAmount;
        if (direction == 0 || measureAt(high) is not double atMost || direction * (atMost - before) <= 0)
        {
            return null;
        }

        if (direction * (atMost - tuning.Target) < 0)
        {
            return high;
        }

        double low = tuning.MinAmount;
        for (int halving = 0; halving < MaxHalvings && high - low > tuning.Step; halving++)
        {
            double middle = Round(tuning, (low + high) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            bool reached = measureAt(middle) is double value && direction * (value - tuning.Target) >= 0;
            (low, high) = reached ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>An amount and smaller ones, from large to small, for where the first breaks something.</summary>
    /// <param name="tuning">The bounds and the step.</param>
    /// <param name="amount">The largest one.</param>
    /// <param name="count">How many smaller ones at most, spread evenly down to the least that is worth proposing.</param>
    public static IEnumerable<double> Reductions(Tuning tuning, double amount, int count)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        yield return amount;
        double last = amount;
        for (int number = 1; number <= count; number++)
        {
            double less = Round(tuning, amount + ((tuning.MinAmount - amount) * number / count));
            if (less < last)
            {
                last = less;
                yield return less;
            }
        }
    }

    private static double Round(Tuning tuning, double amount) =>
        Math.Clamp(Math.Round(amount / tuning.Step) * tuning.Step, tuning.MinAmount, tuning.MaxAmount);
}
