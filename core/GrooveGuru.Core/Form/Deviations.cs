using System.Numerics.Tensors;

namespace GrooveGuru.Core.Form;

/// <summary>Squared deviations from the mean of any stretch of steps, from running sums.</summary>
internal sealed class Deviations
{
    private readonly double[][] _sums;
    private readonly double[] _squares;

    /// <summary>Prepares the sums.</summary>
    /// <param name="steps">Steps [steps][dimensions].</param>
    public Deviations(float[][] steps)
    {
        int dimensions = steps[0].Length;
        _sums = new double[steps.Length + 1][];
        _squares = new double[steps.Length + 1];
        _sums[0] = new double[dimensions];
        for (int step = 0; step < steps.Length; step++)
        {
            _sums[step + 1] = new double[dimensions];
            for (int i = 0; i < dimensions; i++)
            {
                _sums[step + 1][i] = _sums[step][i] + steps[step][i];
            }

            _squares[step + 1] = _squares[step] + TensorPrimitives.SumOfSquares<float>(steps[step]);
        }
    }

    /// <summary>Sum of the squared distances of the steps from their mean.</summary>
    public double Within(int start, int end)
    {
        double distance = TensorPrimitives.Distance<double>(_sums[end], _sums[start]);
        return Math.Max(0, _squares[end] - _squares[start] - (distance * distance / (end - start)));
    }

    /// <summary>Mean of the steps [dimensions].</summary>
    public float[] Mean(int start, int end) =>
        [.. Enumerable.Range(0, _sums[0].Length).Select(i => (float)((_sums[end][i] - _sums[start][i]) / (end - start)))];
}
