namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Fits a tone that swings like a sine, and may slowly move, to stretches of pitch: least squares at each of some rates.</summary>
internal sealed class SwingFit
{
    private const int Terms = 4;
    private readonly int _half;
    private readonly double[] _ratesHz;

    // Terms of the fit for each rate and each frame of the window: 1, time, sine, cosine.
    private readonly double[][][] _basis;
    private readonly double[,] _matrix = new double[Terms, Terms + 1];

    /// <param name="halfWindowFrames">Frames to each side of the middle.</param>
    /// <param name="lowestHz">The slowest swing, Hz.</param>
    /// <param name="highestHz">The fastest, Hz.</param>
    /// <param name="stepHz">From one rate that is tried to the next, Hz.</param>
    public SwingFit(int halfWindowFrames, double lowestHz, double highestHz, double stepHz)
    {
        _half = halfWindowFrames;
        _ratesHz = [.. Enumerable.Range(0, (int)((highestHz - lowestHz) / stepHz) + 1).Select(step => lowestHz + (step * stepHz))];
        _basis = [.. _ratesHz.Select(rate => Enumerable.Range(-_half, (2 * _half) + 1).Select(frame => Basis(rate, frame / VoiceTrack.FramesPerSecond)).ToArray())];
    }

    /// <summary>The best swing around a frame.</summary>
    /// <param name="pitches">Pitch of each frame; not a number where there is none.</param>
    /// <param name="middle">The frame; the window lies within the pitches.</param>
    /// <param name="mostUnvoiced">The share of frames without a pitch up to which there is an answer.</param>
    /// <param name="leastRange">The range of the pitches from which on there is an answer, semitones.</param>
    /// <param name="mostRange">The range up to which there is one, semitones.</param>
    /// <returns>Null where too many frames have no pitch, or the range is another.</returns>
    public Swing? Of(List<float> pitches, int middle, double mostUnvoiced, double leastRange, double mostRange)
    {
        int voiced = 0;
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        for (int frame = middle - _half; frame <= middle + _half; frame++)
        {
            if (!float.IsNaN(pitches[frame]))
            {
                voiced++;
                (lowest, highest) = (Math.Min(lowest, pitches[frame]), Math.Max(highest, pitches[frame]));
            }
        }

        if (voiced < (1 - mostUnvoiced) * ((2 * _half) + 1) || float.IsNaN(pitches[middle]) || highest - lowest < leastRange || highest - lowest > mostRange)
        {
            return null;
        }

        Swing? best = null;
        for (int rate = 0; rate < _ratesHz.Length; rate++)
        {
            Swing swing = At(pitches, middle, rate, voiced);
            best = best is { } other && other.StraySemitones <= swing.StraySemitones ? best : swing;
        }

        return best;
    }

    private static double[] Basis(double rateHz, double seconds)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * rateHz * seconds);
        return [1, seconds, sine, cosine];
    }

    private Swing At(List<float> pitches, int middle, int rate, int voiced)
    {
        Array.Clear(_matrix);
        double squares = 0;
        float reference = pitches[middle];
        for (int frame = -_half; frame <= _half; frame++)
        {
            if (float.IsNaN(pitches[middle + frame]))
            {
                continue;
            }

            double value = pitches[middle + frame] - reference;
            double[] basis = _basis[rate][frame + _half];
            for (int row = 0; row < Terms; row++)
            {
                for (int column = 0; column < Terms; column++)
                {
                    _matrix[row, column] += basis[row] * basis[column];
                }

                _matrix[row, Terms] += basis[row] * value;
            }

            squares += value * value;
        }

        double[] right = [_matrix[0, Terms], _matrix[1, Terms], _matrix[2, Terms], _matrix[3, Terms]];
        double[] weights = Solve();
        double explained = weights.Zip(right, (weight, sum) => weight * sum).Sum();
        return new Swing(
            reference + weights[0], weights[1], _ratesHz[rate], Math.Sqrt((weights[2] * weights[2]) + (weights[3] * weights[3])), Math.Sqrt(Math.Max(0, squares - explained) / voiced));
    }

    // Gaussian elimination; the matrix is positive definite, so no pivot is sought.
    private double[] Solve()
    {
        for (int pivot = 0; pivot < Terms; pivot++)
        {
            for (int row = pivot + 1; row < Terms; row++)
            {
                double share = _matrix[row, pivot] / _matrix[pivot, pivot];
                for (int column = pivot; column <= Terms; column++)
                {
                    _matrix[row, column] -= share * _matrix[pivot, column];
                }
            }
        }

        double[] weights = new double[Terms];
        for (int row = Terms - 1; row >= 0; row--)
        {
            double rest = _matrix[row, Terms];
            for (int column = row + 1; column < Terms; column++)
            {
                rest -= _matrix[row, column] * weights[column];
            }

            weights[row] = rest / _matrix[row, row];
        }

        return weights;
    }
}
