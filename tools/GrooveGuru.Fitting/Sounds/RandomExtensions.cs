namespace GrooveGuru.Fitting.Sounds;

/// <summary>Draws that the sounds are made of.</summary>
internal static class RandomExtensions
{
    /// <summary>Evenly between two values.</summary>
    public static double Between(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>Evenly among values.</summary>
    public static T OneOf<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>How long to the next of independent events.</summary>
    /// <param name="random">The source.</param>
    /// <param name="perSecond">Events a second.</param>
    /// <returns>Seconds.</returns>
    public static double Wait(this Random random, double perSecond) => -Math.Log(1 - random.NextDouble()) / perSecond;

    /// <summary>Normal with mean 0 and deviation 1.</summary>
    /// <remarks>G. Box and M. Muller, Annals of Mathematical Statistics 29(2), 1958.</remarks>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
