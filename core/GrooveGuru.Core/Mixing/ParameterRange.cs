using System.Globalization;
using System.Runtime.CompilerServices;

namespace GrooveGuru.Core.Mixing;

/// <summary>The values a parameter may take.</summary>
/// <param name="Min">Lowest value.</param>
/// <param name="Max">Highest value.</param>
public readonly record struct ParameterRange(double Min, double Max)
{
    /// <summary>The value itself where it lies in the range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or lies outside.</exception>
    public double Require(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= Min && value <= Max))
        {
            throw new ArgumentOutOfRangeException(
                name, value, string.Create(CultureInfo.InvariantCulture, $"It must lie between {Min} and {Max}."));
        }

        return value;
    }

    /// <summary>The nearest value in the range; the lowest one for NaN.</summary>
    public double Clamp(double value) => double.IsNaN(value) ? Min : Math.Clamp(value, Min, Max);
}
