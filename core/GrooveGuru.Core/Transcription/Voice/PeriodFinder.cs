using System.Numerics;
using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Which periods a frame may have, each with a probability.</summary>
/// <remarks>
/// The difference function of YIN (de Cheveigné and Kawahara 2002, JASA 111(4)) and the distribution over its thresholds of pYIN
/// (Mauch and Dixon 2014, ICASSP): a dip counts as often as it is the first one below a threshold that is drawn.
/// </remarks>
internal sealed class PeriodFinder
{
    /// <summary>Samples that a frame needs.</summary>
    public const int FrameSamples = 2048;

    private const int Half = FrameSamples / 2;
    private const int TableSize = 1000;

    // Beta(2, 18): thresholds around 0.1.
    private const int BetaFailures = 18;
    private const double WithoutThreshold = 0.01;

    private static readonly double[] ThresholdBelow = [.. Enumerable.Range(0, TableSize + 1).Select(at => BetaBelow((double)at / TableSize))];

    private readonly RealFft _fft = new(FrameSamples);
    private readonly float[] _early = new float[FrameSamples];
    private readonly float[] _real = new float[Half + 1];
    private readonly float[] _imaginary = new float[Half + 1];
    private readonly float[] _earlyReal = new float[Half + 1];
    private readonly float[] _earlyImaginary = new float[Half + 1];
    private readonly float[] _correlation = new float[FrameSamples];
    private readonly double[] _difference;
    private readonly int _sampleRateHz;
    private readonly int _shortest;
    private readonly int _longest;

    /// <param name="sampleRateHz">Rate of the samples, Hz.</param>
    /// <param name="lowestPitch">The lowest pitch, MIDI note number.</param>
    /// <param name="highestPitch">The highest pitch, MIDI note number.</param>
    public PeriodFinder(int sampleRateHz, double lowestPitch, double highestPitch)
    {
        _sampleRateHz = sampleRateHz;
        _shortest = Math.Max(2, (int)(sampleRateHz / PitchGrid.FrequencyHz(highestPitch)) - 1);
        _longest = Math.Min(Half - 2, (int)(sampleRateHz / PitchGrid.FrequencyHz(lowestPitch)) + 2);
        _difference = new double[_longest + 2];
    }

    /// <summary>Finds the pitches of a frame.</summary>
    /// <param name="frame">Samples [<see cref="FrameSamples"/>].</param>
    /// <param name="found">Receives pitches, MIDI note numbers, with their probabilities, which sum up to 1 at most.</param>
    public void Find(ReadOnlySpan<float> frame, List<(float Pitch, float Chance)> found)
    {
        found.Clear();
        Difference(frame);
        double leastBefore = 1, lowest = double.PositiveInfinity;
        int lowestAt = 0;
        for (int lag = _shortest; lag <= _longest; lag++)
        {
            double value = _difference[lag];
            if (value >= _difference[lag - 1] || value > _difference[lag + 1])
            {
                continue;
            }

            if (value < leastBefore)
            {
                Add(lag, Below(leastBefore) - Below(value), found);
                leastBefore = value;
            }

            (lowest, lowestAt) = value < lowest ? (value, lag) : (lowest, lowestAt);
        }

        if (lowestAt > 0)
        {
            Add(lowestAt, WithoutThreshold * Below(lowest), found);
        }
    }

    private static double BetaBelow(double threshold)
        => 1 - Math.Pow(1 - threshold, BetaFailures + 1) - ((BetaFailures + 1) * threshold * Math.Pow(1 - threshold, BetaFailures));

    private static double Below(double threshold) => ThresholdBelow[(int)(Math.Clamp(threshold, 0, 1) * TableSize)];

    private void Add(int lag, double chance, List<(float Pitch, float Chance)> found)
    {
        if (chance < 1e-4)
        {
            return;
        }

        double before = _difference[lag - 1], here = _difference[lag], after = _difference[lag + 1];
        double bend = before - (2 * here) + after;
        double period = lag + (bend > 0 ? 0.5 * (before - after) / bend : 0);
        found.Add(((float)(69 + (12 * Math.Log2(_sampleRateHz / period / 440))), (float)chance));
    }

    // d'(lag): the energy of the frame less itself one lag later, over its mean at all shorter lags.
    private void Difference(ReadOnlySpan<float> frame)
    {
        frame[..Half].CopyTo(_early);
        _fft.Forward(frame, _real, _imaginary);
        _fft.Forward(_early, _earlyReal, _earlyImaginary);
        CrossPower(_real, _imaginary, _earlyReal, _earlyImaginary);

        _fft.Inverse(_real, _imaginary, _correlation);
        double first = TensorPrimitives.SumOfSquares(frame[..Half]), later = first, sum = 0;
        _difference[0] = 1;
        for (int lag = 1; lag < _difference.Length; lag++)
        {
            later += ((double)frame[lag + Half - 1] * frame[lag + Half - 1]) - ((double)frame[lag - 1] * frame[lag - 1]);
            double difference = Math.Max(0, first + later - (2.0 * _correlation[lag]));
            sum += difference;
            _difference[lag] = sum > 1e-12 ? difference * lag / sum : 1;
        }
    }

    // The first spectrum times the second one turned around; the result takes the place of the first.
    private static void CrossPower(Span<float> real, Span<float> imaginary, ReadOnlySpan<float> otherReal, ReadOnlySpan<float> otherImaginary)
    {
        int bin = 0;
        for (; bin + Vector<float>.Count <= real.Length; bin += Vector<float>.Count)
        {
            Vector<float> a = new(real[bin..]), b = new(imaginary[bin..]), c = new(otherReal[bin..]), d = new(otherImaginary[bin..]);
            ((a * c) + (b * d)).CopyTo(real[bin..]);
            ((b * c) - (a * d)).CopyTo(imaginary[bin..]);
        }

        for (; bin < real.Length; bin++)
        {
            (float a, float b, float c, float d) = (real[bin], imaginary[bin], otherReal[bin], otherImaginary[bin]);
            real[bin] = (a * c) + (b * d);
            imaginary[bin] = (b * c) - (a * d);
        }
    }
}
