namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The middle of some numbers and how far they spread.</summary>
/// <param name="Count">How many there are, 1 or more.</param>
/// <param name="Lower">A quarter of them lies below.</param>
/// <param name="Median">Half of them lies below.</param>
/// <param name="Upper">Three quarters of them lie below.</param>
internal sealed record Quartiles(int Count, double Lower, double Median, double Upper)
{
    /// <summary>The quartiles, interpolated between neighbours; null for no numbers.</summary>
    public static Quartiles? Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? null : new Quartiles(sorted.Length, At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            double place = share * (sorted.Length - 1);
            int below = (int)place;
            return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
        }
    }
}
