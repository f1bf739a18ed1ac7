using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// A symmetric, positive definite matrix that is zero away from its diagonal: factors it, solves with it, and gives the diagonal of
/// its inverse. All work is bounded by size × bandwidth².
/// </summary>
/// <remarks>
/// The diagonal of the inverse without the inverse: Takahashi, Fagan and Chin 1973. Both loops go by columns, so that the steps
/// within one do not wait for each other.
/// </remarks>
internal sealed class DeclipperBand
{
    private readonly int _width;
    private readonly int _inverseWidth;

    // Column c holds rows c … c + band.
    private readonly double[] _columns;

    // Row r holds columns r - band … r + band of the inverse.
    private readonly double[] _inverse;
    private readonly int[] _counts;
    private readonly double[] _least;
    private readonly double[] _scales;

    /// <param name="maxSize">Rows at most.</param>
    /// <param name="band">Places beside the diagonal that may not be zero.</param>
    internal DeclipperBand(int maxSize, int band)
    {
        _width = band + 1;
        _inverseWidth = (2 * band) + 1;
        _columns = new double[maxSize * _width];
        _inverse = new double[maxSize * _inverseWidth];
        _counts = new int[maxSize];
        _least = new double[maxSize];
        _scales = new double[maxSize];
    }

    /// <summary>A column from the diagonal to its last row that may not be zero; write it before <see cref="Factor"/>.</summary>
    /// <param name="column">Column.</param>
    /// <param name="count">Rows, with the diagonal; no fewer than that of the column before less one.</param>
    [RealtimeSafe]
    internal Span<double> Column(int column, int count)
    {
        _counts[column] = count;
        return _columns.AsSpan(column * _width, count);
    }

    /// <summary>Replaces the matrix by its triangular factor.</summary>
    /// <param name="size">Columns that were written.</param>
    [RealtimeSafe]
    internal void Factor(int size)
    {
        for (int column = 0; column < size; column++)
        {
            // Rounding may eat all of a pivot; the row then hardly moves the others.
            _least[column] = 1e-12 * Math.Max(1e-12, _columns[column * _width]);
        }

        for (int column = 0; column < size; column++)
        {
            Span<double> own = _columns.AsSpan(column * _width, _counts[column]);
            own[0] = Math.Sqrt(Math.Max(own[0], _least[column]));
            _scales[column] = 1 / own[0];
            Span<double> under = own[1..];
            TensorPrimitives.Multiply(under, _scales[column], under);
            for (int i = 0; i < under.Length; i++)
            {
                Span<double> next = _columns.AsSpan((column + 1 + i) * _width, under.Length - i);
                TensorPrimitives.MultiplyAdd(under[i..], -under[i], next, next);
            }
        }
    }

    /// <summary>Solves for one right side, in place, after <see cref="Factor"/>.</summary>
    [RealtimeSafe]
    internal void Solve(Span<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            values[row] *= _scales[row];
            Span<double> behind = values.Slice(row + 1, _counts[row] - 1);
            TensorPrimitives.MultiplyAdd(Under(row), -values[row], behind, behind);
        }

        for (int row = values.Length - 1; row >= 0; row--)
        {
            double sum = values[row] - TensorPrimitives.Dot<double>(Under(row), values.Slice(row + 1, _counts[row] - 1));
            values[row] = sum * _scales[row];
        }
    }

    /// <summary>The diagonal of the inverse, after <see cref="Factor"/>.</summary>
    [RealtimeSafe]
    internal void InverseDiagonal(Span<double> diagonal)
    {
        for (int row = diagonal.Length - 1; row >= 0; row--)
        {
            ReadOnlySpan<double> under = Under(row);
            for (int column = row + 1; column <= row + under.Length; column++)
            {
                double value = -_scales[row] * TensorPrimitives.Dot(under, _inverse.AsSpan(InversePlace(column, row + 1), under.Length));
                _inverse[InversePlace(row, column)] = value;
                _inverse[InversePlace(column, row)] = value;
            }

            double sum = TensorPrimitives.Dot(under, _inverse.AsSpan(InversePlace(row, row) + 1, under.Length));
            diagonal[row] = _scales[row] * (_scales[row] - sum);
            _inverse[InversePlace(row, row)] = diagonal[row];
        }
    }

    [RealtimeSafe]
    private ReadOnlySpan<double> Under(int column) => _columns.AsSpan((column * _width) + 1, _counts[column] - 1);

    [RealtimeSafe]
    private int InversePlace(int row, int column) => (row * _inverseWidth) + _width - 1 + column - row;
}
