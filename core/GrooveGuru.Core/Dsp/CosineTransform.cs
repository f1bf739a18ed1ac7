namespace GrooveGuru.Core.Dsp;

/// <summary>The orthonormal discrete cosine transform, type II.</summary>
public static class CosineTransform
{
    /// <summary>The first coefficients.</summary>
    /// <param name="values">Values [n].</param>
    /// <param name="coefficientCount">Coefficients wanted, at most n.</param>
    /// <returns>Coefficients [coefficientCount].</returns>
    public static double[] Orthonormal(ReadOnlySpan<double> values, int coefficientCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coefficientCount, values.Length);
        var result = new double[coefficientCount];
        for (int k = 0; k < coefficientCount; k++)
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[i] * Math.Cos(Math.PI * k * ((2 * i) + 1) / (2.0 * values.Length));
            }

            result[k] = sum * Math.Sqrt((k == 0 ? 1.0 : 2.0) / values.Length);
        }

        return result;
    }
}
