namespace GrooveGuru.Fitting.Tonality;

/// <summary>Linear equations with a symmetric, positive definite matrix.</summary>
internal static class SymmetricSystem
{
    /// <summary>Solves them by Cholesky's decomposition.</summary>
    /// <param name="matrix">The matrix; read where the second index is not above the first, and overwritten.</param>
    /// <param name="right">The right-hand side.</param>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        int count = right.Length;
        double[] solution = [.. right];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double rest = matrix[row, column];
                for (int i = 0; i < column; i++)
                {
                    rest -= matrix[row, i] * matrix[column, i];
                }

                matrix[row, column] = row == column ? Math.Sqrt(rest) : rest / matrix[column, column];
            }

            for (int i = 0; i < row; i++)
            {
                solution[row] -= matrix[row, i] * solution[i];
            }

            solution[row] /= matrix[row, row];
        }

        for (int row = count - 1; row >= 0; row--)
        {
            for (int i = row + 1; i < count; i++)
            {
                solution[row] -= matrix[i, row] * solution[i];
            }

            solution[row] /= matrix[row, row];
        }

        return solution;
    }
}
