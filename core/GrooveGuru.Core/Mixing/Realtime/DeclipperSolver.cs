using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// The most plausible mean of clipped samples, all runs of a stretch at once: a normal distribution given by linear prediction from
/// the samples around, of which only the part beyond each sample's bound is left, by expectation propagation.
/// </summary>
/// <remarks>
/// Interpolation by linear prediction: Janssen, Veldhuis and Vries 1986, IEEE TASSP 34(2). Expectation propagation: Minka 2001.
/// The mean beats the most probable point, which lies on the bound wherever the signal is noisy. A loudness prior (peaks of a
/// signal thin out exponentially) keeps long runs from rising too far.
/// </remarks>
internal sealed class DeclipperSolver
{
    private const int Rounds = 3;
    private const double Damping = 0.8;
    private const int NearFrames = 32;
    private const int PastFrames = 256;

    // How many samples the noise of the past weighs against what is near.
    private const double PastWeight = 8;
    private const double LeastVariance = 1e-12;

    private readonly DeclipperBand _band;
    private readonly DeclipperTail _tail;
    private readonly double[] _right;
    private readonly double[] _mean;
    private readonly double[] _variance;
    private readonly double[] _precision;
    private readonly int[] _rowCounts;
    private readonly double[] _weighted = new double[DeclipperPredictor.Order + 1];
    private readonly double[] _residual;
    private readonly double[] _certainty;
    private readonly double[] _energySums;
    private readonly int[] _counts;

    /// <param name="maxUnknowns">Samples rebuilt at once.</param>
    /// <param name="length">Samples of the stretch.</param>
    internal DeclipperSolver(int maxUnknowns, int length)
    {
        _tail = DeclipperTail.Shared;
        _band = new DeclipperBand(maxUnknowns, DeclipperPredictor.Order);
        _right = new double[maxUnknowns];
        _mean = new double[maxUnknowns];
        _variance = new double[maxUnknowns];
        _precision = new double[maxUnknowns * (DeclipperPredictor.Order + 1)];
        _rowCounts = new int[maxUnknowns];
        _residual = new double[length];
        _certainty = new double[length];
        _energySums = new double[length + 1];
        _counts = new int[length + 1];
    }

    /// <summary>Rebuilds samples.</summary>
    /// <param name="stretch">The stretch; its samples at the indices are replaced, its beliefs moved on.</param>
    /// <param name="predictor">Fitted to the stretch.</param>
    /// <param name="unknowns">Indices of the samples to rebuild, rising, each at least the order of the predictor.</param>
    /// <param name="pastEnd">Index before which nothing changes any more.</param>
    /// <param name="priorRate">How fast peaks thin out above the threshold: 1 / mean rise.</param>
    [RealtimeSafe]
    internal void Solve(
        DeclipperStretch stretch, DeclipperPredictor predictor, ReadOnlySpan<int> unknowns, int pastEnd, double priorRate)
    {
        Span<double> samples = stretch.Samples;
        int first = unknowns[0];
        int last = Math.Min(samples.Length - 1, unknowns[^1] + DeclipperPredictor.Order);
        WeighResiduals(stretch, predictor, first, last, pastEnd);
        foreach (int index in unknowns)
        {
            samples[index] = 0;
        }

        for (int n = first; n <= last; n++)
        {
            _residual[n] = predictor.Residual(samples, n) * _certainty[n];
        }

        SetUp(stretch, predictor, unknowns, last, priorRate);
        Span<double> mean = _mean.AsSpan(0, unknowns.Length);
        for (int round = 1; ; round++)
        {
            for (int i = 0; i < unknowns.Length; i++)
            {
                Span<double> column = _band.Column(i, _rowCounts[i]);
                _precision.AsSpan(i * (DeclipperPredictor.Order + 1), column.Length).CopyTo(column);
                column[0] += stretch.BeliefPrecision[unknowns[i]];
                mean[i] = _right[i] + stretch.BeliefShift[unknowns[i]];
            }

            _band.Factor(unknowns.Length);
            _band.Solve(mean);
            if (round == Rounds)
            {
                break;
            }

            Span<double> variance = _variance.AsSpan(0, unknowns.Length);
            _band.InverseDiagonal(variance);
            for (int i = 0; i < unknowns.Length; i++)
            {
                MoveBelief(stretch, unknowns[i], mean[i], variance[i]);
            }
        }

        for (int i = 0; i < unknowns.Length; i++)
        {
            samples[unknowns[i]] = stretch.Within(unknowns[i], mean[i]);
        }
    }

    /// <summary>How sure each prediction is: one over the power of what is unpredictable around it.</summary>
    [RealtimeSafe]
    private void WeighResiduals(DeclipperStretch stretch, DeclipperPredictor predictor, int first, int last, int pastEnd)
    {
        ReadOnlySpan<double> samples = stretch.Samples;
        int pastStart = Math.Max(DeclipperPredictor.Order, pastEnd - PastFrames);
        double pastEnergy = 0;
        for (int n = pastStart; n < pastEnd; n++)
        {
            double residual = predictor.Residual(samples, n);
            pastEnergy += residual * residual;
        }

        double pastPower = (pastEnergy / (pastEnd - pastStart)) + 1e-10;
        int start = Math.Max(DeclipperPredictor.Order, first - NearFrames);
        int end = Math.Min(samples.Length, last + NearFrames + 1);
        for (int n = start; n < end; n++)
        {
            bool isKnown = stretch.Side[n] == 0;
            double residual = isKnown ? predictor.Residual(samples, n) : 0;
            _energySums[n + 1] = (n == start ? 0 : _energySums[n]) + (residual * residual);
            _counts[n + 1] = (n == start ? 0 : _counts[n]) + (isKnown ? 1 : 0);
        }

        _energySums[start] = 0;
        _counts[start] = 0;
        for (int n = first; n <= last; n++)
        {
            int from = Math.Max(start, n - NearFrames);
            int to = Math.Min(end, n + NearFrames + 1);
            double energy = Math.Max(0, _energySums[to] - _energySums[from]);
            _certainty[n] = (_counts[to] - _counts[from] + PastWeight) / (energy + (PastWeight * pastPower) + LeastVariance);
        }
    }

    [RealtimeSafe]
    private void SetUp(
        DeclipperStretch stretch, DeclipperPredictor predictor, ReadOnlySpan<int> unknowns, int last, double priorRate)
    {
        ReadOnlySpan<double> filter = predictor.Filter;
        int firstColumn = 0;
        for (int i = 0; i < unknowns.Length; i++)
        {
            int index = unknowns[i];
            int reach = Math.Min(DeclipperPredictor.Order, last - index) + 1;
            ReadOnlySpan<double> near = filter[..reach];
            _right[i] = -TensorPrimitives.Dot<double>(near, _residual.AsSpan(index, reach))
                - (stretch.Side[index] * priorRate / stretch.RunLength(index));
            TensorPrimitives.Multiply(near, _certainty.AsSpan(index, reach), _weighted);
            while (index - unknowns[firstColumn] > DeclipperPredictor.Order)
            {
                firstColumn++;
            }

            for (int column = firstColumn; column <= i; column++)
            {
                int distance = index - unknowns[column];
                int count = Math.Min(filter.Length - distance, reach);
                _rowCounts[column] = i - column + 1;
                _precision[(column * filter.Length) + i - column] =
                    TensorPrimitives.Dot<double>(_weighted.AsSpan(0, count), filter.Slice(distance, count));
            }
        }
    }

    /// <summary>Takes what one sample's bound says into account, as a normal distribution of its own.</summary>
    [RealtimeSafe]
    private void MoveBelief(DeclipperStretch stretch, int index, double mean, double variance)
    {
        double precision = stretch.BeliefPrecision[index];
        double shift = stretch.BeliefShift[index];
        double restPrecision = (1 / variance) - precision;
        if (!(variance > 0) || !(restPrecision > 1e-12 / variance))
        {
            return;
        }

        int side = stretch.Side[index];
        double restShift = (mean / variance) - shift;
        double restMean = restShift / restPrecision * side;
        double deviation = 1 / Math.Sqrt(restPrecision);
        double margin = (restMean - stretch.Bound[index]) / deviation;
        double rise = _tail.Rise(margin);
        double cutPrecision = restPrecision / Math.Max(1e-6, 1 - (rise * (rise + margin)));
        double newPrecision = Math.Max(0, cutPrecision - restPrecision);
        double newShift = (side * (restMean + (deviation * rise)) * cutPrecision) - restShift;
        if (double.IsFinite(newPrecision) && double.IsFinite(newShift))
        {
            stretch.BeliefPrecision[index] = precision + (Damping * (newPrecision - precision));
            stretch.BeliefShift[index] = shift + (Damping * (newShift - shift));
        }
    }
}
