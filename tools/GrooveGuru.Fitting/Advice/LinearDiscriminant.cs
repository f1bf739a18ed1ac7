namespace GrooveGuru.Fitting.Advice;

/// <summary>Linear discriminants: the log odds of each class where all classes spread alike around their means.</summary>
/// <remarks>R. A. Fisher 1936; the covariance is drawn towards a multiple of the identity (O. Ledoit and M. Wolf 2004).</remarks>
internal static class LinearDiscriminant
{
    private const double Shrinkage = 0.05;

    /// <summary>Fits.</summary>
    /// <param name="signs">Standardised signs of each row [rows][signs].</param>
    /// <param name="rows">Their classes and weights.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <returns>Weights of each class [classes][signs + 1], the last one of 1.</returns>
    public static float[][] Fit(float[][] signs, IReadOnlyList<FaultRow> rows, int classes)
    {
        int count = signs[0].Length;
        var means = new double[classes][];
        var weights = new double[classes];
        for (int c = 0; c < classes; c++)
        {
            means[c] = new double[count];
        }

        for (int row = 0; row < signs.Length; row++)
        {
            (int c, double weight) = (rows[row].Class, rows[row].Weight);
            weights[c] += weight;
            for (int sign = 0; sign < count; sign++)
            {
                means[c][sign] += weight * signs[row][sign];
            }
        }

        for (int c = 0; c < classes; c++)
        {
            for (int sign = 0; sign < count; sign++)
            {
                means[c][sign] /= Math.Max(weights[c], 1e-9);
            }
        }

        double[][] factor = Cholesky(Covariance(signs, rows, means));
        double all = weights.Sum();
        var fitted = new float[classes][];
        for (int c = 0; c < classes; c++)
        {
            double[] solved = Solve(factor, means[c]);
            double half = 0;
            for (int sign = 0; sign < count; sign++)
            {
                half += 0.5 * means[c][sign] * solved[sign];
            }

            fitted[c] = [.. solved.Select(weight => (float)weight), (float)(Math.Log(Math.Max(weights[c], 1e-9) / all) - half)];
        }

        return fitted;
    }

    private static double[][] Covariance(float[][] signs, IReadOnlyList<FaultRow> rows, double[][] means)
    {
        int count = signs[0].Length;
        var covariance = new double[count][];
        var centred = new double[signs.Length][];
        for (int row = 0; row < signs.Length; row++)
        {
            double root = Math.Sqrt(rows[row].Weight);
            double[] mean = means[rows[row].Class];
            centred[row] = new double[count];
            for (int sign = 0; sign < count; sign++)
            {
                centred[row][sign] = root * (signs[row][sign] - mean[sign]);
            }
        }

        double all = rows.Sum(row => row.Weight);
        Parallel.For(0, count, first =>
        {
            var line = new double[first + 1];
            foreach (double[] row in centred)
            {
                double own = row[first];
                for (int second = 0; second <= first; second++)
                {
                    line[second] += own * row[second];
                }
            }

            covariance[first] = Array.ConvertAll(line, sum => (1 - Shrinkage) * sum / all);
        });
        double trace = Enumerable.Range(0, count).Sum(sign => covariance[sign][sign]) / (1 - Shrinkage);
        for (int sign = 0; sign < count; sign++)
        {
            covariance[sign][sign] += Shrinkage * trace / count;
        }

        return covariance;
    }

    // The lower triangle of a factor of a symmetric matrix, given as its lower triangle.
    private static double[][] Cholesky(double[][] matrix)
    {
        for (int row = 0; row < matrix.Length; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = matrix[row][column];
                for (int at = 0; at < column; at++)
                {
                    sum -= matrix[row][at] * matrix[column][at];
                }

                matrix[row][column] = row == column ? Math.Sqrt(sum) : sum / matrix[column][column];
            }
        }

        return matrix;
    }

    private static double[] Solve(double[][] factor, double[] right)
    {
        double[] solved = [.. right];
        for (int row = 0; row < solved.Length; row++)
        {
            for (int at = 0; at < row; at++)
            {
                solved[row] -= factor[row][at] * solved[at];
            }

            solved[row] /= factor[row][row];
        }

        for (int row = solved.Length - 1; row >= 0; row--)
        {
            for (int at = row + 1; at < solved.Length; at++)
            {
                solved[row] -= factor[at][row] * solved[at];
            }

            solved[row] /= factor[row][row];
        }

        return solved;
    }
}
