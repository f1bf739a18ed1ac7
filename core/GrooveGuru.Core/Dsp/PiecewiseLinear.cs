namespace GrooveGuru.Core.Dsp;

/// <summary>A line through points, as measured maps are: held at both ends.</summary>
/// <param name="positions">Positions of the points, ascending; two or more.</param>
/// <param name="values">Values of the points, as many.</param>
internal sealed class PiecewiseLinear(double[] positions, double[] values)
{
    /// <summary>The value at a position.</summary>
    /// <param name="position">The position; beyond the ends the value of the end is held.</param>
    public double At(double position)
    {
        int above = 1;
        while (above < positions.Length - 1 && positions[above] < position)
        {
            above++;
        }

        double share = Math.Clamp((position - positions[above - 1]) / (positions[above] - positions[above - 1]), 0, 1);
        return values[above - 1] + (share * (values[above] - values[above - 1]));
    }
}
