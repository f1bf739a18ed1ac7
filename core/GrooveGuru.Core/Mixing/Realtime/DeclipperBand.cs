using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// A symmetric, positive definite matrix that is zero away from its diagonal: factors it, solves with it, and gives the diagonal of
/// its inverse. All work is bounded by size × bandwidth².
/// </summary>
/// <remarks>The diagonal of the inverse without the inverse: Takahashi, Fagan and Chin 1973.</remarks>
internal sealed class DeclipperBand
{
    private readonly int _width;

    // Row r holds columns r - band … r, the diagonal last; the other two are the same turned, the diagonal first.
    private readonly double[] _rows;
    private readonly double[] _columns;
    private readonly double[] _inverseRows;
    private readonly double[] _inverseColumns;
    private readonly int[] _firstColumns;

    /// <param name="maxSize">Rows at most.</param>
    /// <param name="band">Places beside the diagonal that may not be zero.</param>
    internal DeclipperBand(int maxSize, int band)
    {
        _width = band + 1;
        _rows = new double[maxSize * _width];
        _columns = new double[maxSize * _width];
        _inverseRows = new double[maxSize * _width];
        _inverseColumns = new double[maxSize * _width];
        _firstColumns = new int[maxSize];
    }

    /// <summary>The row from its first column to the diagonal; write it before <see cref="Factor"/>.</summary>
    /// <param name="row">Row.</param>
    /// <param name="firstColumn">The first column that may not be zero; no smaller than that of the row before.</param>
    [RealtimeSafe]
    internal Span<double> Row(int row, int firstColumn)
    {
        _firstColumns[row] = firstColumn;
        return Part(_rows, row, firstColumn, row + 1);
    }

    /// <summary>Replaces the matrix by its triangular factor.</summary>
    /// <param name="size">Rows that were written.</param>
    [RealtimeSafe]
    internal void Factor(int size)
    {
        Array.Clear(_columns, 0, size * _width);
        for (int row = 0; row < size; row++)
        {
            int first = _firstColumns[row];
            Span<double> own = Part(_rows, row, first, row + 1);
            for (int column = first; column < row; column++)
            {
                int from = Math.Max(first, _firstColumns[column]);
                double sum = own[column - first]
                    - TensorPrimitives.Dot<double>(own[(from - first)..(column - first)], Part(_rows, column, from, column));
                own[column - first] = sum / _columns[column * _width];
                _columns[(column * _width) + row - column] = own[column - first];
            }

            double pivot = own[^1] - TensorPrimitives.Dot<double>(own[..^1], own[..^1]);

            // Rounding may eat all of a pivot; the row then hardly moves the others.
            own[^1] = Math.Sqrt(Math.Max(pivot, 1e-12 * Math.Max(1e-12, own[^1])));
            _columns[row * _width] = own[^1];
        }
    }

    /// <summary>Solves for one right side, in place, after <see cref="Factor"/>.</summary>
    [RealtimeSafe]
    internal void Solve(Span<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            int first = _firstColumns[row];
            double sum = values[row] - TensorPrimitives.Dot<double>(Part(_rows, row, first, row), values[first..row]);
            values[row] = sum / _columns[row * _width];
        }

        for (int row = values.Length - 1; row >= 0; row--)
        {
            int count = Math.Min(_width, values.Length - row);
            double sum = values[row]
                - TensorPrimitives.Dot<double>(_columns.AsSpan((row * _width) + 1, count - 1), values.Slice(row + 1, count - 1));
            values[row] = sum / _columns[row * _width];
        }
    }

    /// <summary>The diagonal of the inverse, after <see cref="Factor"/>.</summary>
    [RealtimeSafe]
    internal void InverseDiagonal(Span<double> diagonal)
    {
        int size = diagonal.Length;
        Array.Clear(_inverseRows, 0, size * _width);
        Array.Clear(_inverseColumns, 0, size * _width);
        for (int column = size - 1; column >= 0; column--)
        {
            for (int row = column; row >= _firstColumns[column]; row--)
            {
                double pivot = _columns[row * _width];
                int behind = Math.Min(size, row + _width);
                int upToColumn = Math.Min(column + 1, behind);
                double sum = row == column ? 1 / pivot : 0;
                sum -= TensorPrimitives.Dot<double>(
                    _columns.AsSpan((row * _width) + 1, upToColumn - row - 1), Part(_inverseRows, column, row + 1, upToColumn));
                if (behind > column + 1)
                {
                    sum -= TensorPrimitives.Dot<double>(
                        _columns.AsSpan((row * _width) + column + 1 - row, behind - column - 1),
                        _inverseColumns.AsSpan((column * _width) + 1, behind - column - 1));
                }

                double value = sum / pivot;
                Part(_inverseRows, column, row, row + 1)[0] = value;
                _inverseColumns[(row * _width) + column - row] = value;
            }

            diagonal[column] = _inverseColumns[column * _width];
        }
    }

    [RealtimeSafe]
    private Span<double> Part(double[] rows, int row, int from, int to) =>
        rows.AsSpan((row * _width) + _width - 1 - row + from, to - from);
}
