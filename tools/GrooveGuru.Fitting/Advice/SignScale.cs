using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Brings signs to mean 0 and deviation 1 over the rows learnt from.</summary>
/// <param name="Mean">Mean of each sign [signs].</param>
/// <param name="PerDeviation">One over its standard deviation [signs].</param>
internal sealed record SignScale(float[] Mean, float[] PerDeviation)
{
    private const double LeastDeviation = 1e-3;

    /// <summary>The scale of rows.</summary>
    public static SignScale Of(IReadOnlyList<FaultRow> rows)
    {
        int signs = rows[0].Signs.Length;
        var mean = new float[signs];
        var perDeviation = new float[signs];
        for (int sign = 0; sign < signs; sign++)
        {
            double average = rows.Average(row => (double)row.Signs[sign]);
            double deviation = Math.Sqrt(rows.Average(row => Math.Pow(row.Signs[sign] - average, 2)));
            mean[sign] = (float)average;
            perDeviation[sign] = (float)(1 / Math.Max(deviation, LeastDeviation));
        }

        return new SignScale(mean, perDeviation);
    }

    /// <summary>The standardised signs of each row.</summary>
    public float[][] Apply(IReadOnlyList<FaultRow> rows) => [.. rows.Select(row =>
    {
        var standard = new float[Mean.Length];
        FaultModel.Standardise(row.Signs, Mean, PerDeviation, standard);
        return standard;
    })];
}
