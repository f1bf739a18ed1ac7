using System.Numerics;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>Peak with a falling hold, mean square and product of two channels over the last 300 ms, in steps of 10 ms.</summary>
/// <remarks>The hold falls by 20 dB in 1.7 s, as that of a type I meter of IEC 60268-10. Allocates in the constructor only.</remarks>
[RealtimeSafe]
internal sealed class LevelWindow
{
    /// <summary>Length of the window, steps of 10 ms.</summary>
    public const int WindowSteps = 30;

    private const double FallDbPerStep = 20 / 170.0;
    private static readonly double FallPerStep = Math.Pow(10, -FallDbPerStep / 20);

    private readonly double[] _firstSquares = new double[WindowSteps];
    private readonly double[] _secondSquares = new double[WindowSteps];
    private readonly double[] _products = new double[WindowSteps];
    private readonly int[] _frames = new int[WindowSteps];
    private int _step;
    private float _firstStepPeak;
    private float _secondStepPeak;

    /// <summary>Peak of the first channel with its hold, linear, as of the last step.</summary>
    public double FirstPeak { get; private set; }

    /// <summary>Peak of the second channel with its hold, linear, as of the last step.</summary>
    public double SecondPeak { get; private set; }

    /// <summary>Mean square of the first channel over the window, linear, as of the last step.</summary>
    public double FirstMeanSquare { get; private set; }

    /// <summary>Mean square of the second channel over the window, linear, as of the last step.</summary>
    public double SecondMeanSquare { get; private set; }

    /// <summary>Mean product of the channels over the window, linear, as of the last step.</summary>
    public double MeanProduct { get; private set; }

    /// <summary>Hears samples of the step that runs.</summary>
    /// <param name="first">Samples of the first channel, linear, finite, within <see cref="Dsp.Realtime.SampleGuard"/>'s limits; some hundred.</param>
    /// <param name="second">Samples of the second channel, as many.</param>
    public void Add(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        second = second[..first.Length];
        ref float a = ref MemoryMarshal.GetReference(first);
        ref float b = ref MemoryMarshal.GetReference(second);
        Vector<float> aPeaks = default, bPeaks = default, aSquares = default, bSquares = default, products = default;
        int width = Vector<float>.Count, i = 0;
        for (; i + width <= first.Length; i += width)
        {
            Vector<float> x = Vector.LoadUnsafe(ref a, (nuint)i), y = Vector.LoadUnsafe(ref b, (nuint)i);
            aPeaks = Vector.MaxNative(aPeaks, Vector.Abs(x));
            bPeaks = Vector.MaxNative(bPeaks, Vector.Abs(y));
            aSquares += x * x;
            bSquares += y * y;
            products += x * y;
        }

        float aSum = Vector.Sum(aSquares), bSum = Vector.Sum(bSquares), productSum = Vector.Sum(products);
        for (int lane = 0; lane < width; lane++)
        {
            _firstStepPeak = Math.Max(_firstStepPeak, aPeaks[lane]);
            _secondStepPeak = Math.Max(_secondStepPeak, bPeaks[lane]);
        }

        for (; i < first.Length; i++)
        {
            float x = first[i], y = second[i];
            _firstStepPeak = Math.Max(_firstStepPeak, Math.Abs(x));
            _secondStepPeak = Math.Max(_secondStepPeak, Math.Abs(y));
            aSum += x * x;
            bSum += y * y;
            productSum += x * y;
        }

        _firstSquares[_step] += aSum;
        _secondSquares[_step] += bSum;
        _products[_step] += productSum;
        _frames[_step] += first.Length;
    }

    /// <summary>Ends the step: the properties tell the window up to here.</summary>
    public void EndStep()
    {
        FirstPeak = Math.Max(_firstStepPeak, FirstPeak * FallPerStep);
        SecondPeak = Math.Max(_secondStepPeak, SecondPeak * FallPerStep);
        _firstStepPeak = 0;
        _secondStepPeak = 0;
        double first = 0, second = 0, product = 0;
        long frames = 0;
        for (int step = 0; step < WindowSteps; step++)
        {
            first += _firstSquares[step];
            second += _secondSquares[step];
            product += _products[step];
            frames += _frames[step];
        }

        double scale = frames > 0 ? 1.0 / frames : 0;
        FirstMeanSquare = first * scale;
        SecondMeanSquare = second * scale;
        MeanProduct = product * scale;
        _step = (_step + 1) % WindowSteps;
        _firstSquares[_step] = 0;
        _secondSquares[_step] = 0;
        _products[_step] = 0;
        _frames[_step] = 0;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset()
    {
        Array.Clear(_firstSquares);
        Array.Clear(_secondSquares);
        Array.Clear(_products);
        Array.Clear(_frames);
        (_firstStepPeak, _secondStepPeak, FirstPeak, SecondPeak) = (0, 0, 0, 0);
        (FirstMeanSquare, SecondMeanSquare, MeanProduct) = (0, 0, 0);
    }
}
