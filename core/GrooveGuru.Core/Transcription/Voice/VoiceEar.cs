using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Hears single frames of a voice, each by itself. For one thread.</summary>
internal sealed class VoiceEar
{
    private const int BandWindow = 512;
    private const int BandCount = 24;
    private const float LevelFloorDb = -90;

    private static readonly (int From, int To)[] BandEdges = [.. Enumerable.Range(0, BandCount).Select(band =>
    {
        int from = BandEdge(band);
        return (from, Math.Max(from + 1, BandEdge(band + 1)));
    })];

    private readonly PeriodFinder _finder = new(VoiceTrack.SampleRateHz, VoiceFollower.LowestPitch, VoiceFollower.HighestPitch);
    private readonly List<(float Pitch, float Chance)> _candidates = [];
    private readonly RealFft _fft = new(BandWindow);
    private readonly float[] _window = SpectralWindows.Hann(BandWindow);
    private readonly float[] _windowed = new float[BandWindow];
    private readonly float[] _real = new float[(BandWindow / 2) + 1];
    private readonly float[] _imaginary = new float[(BandWindow / 2) + 1];

    /// <summary>Hears a frame.</summary>
    /// <param name="frame">Samples [<see cref="PeriodFinder.FrameSamples"/>].</param>
    public VoiceFrame Hear(ReadOnlySpan<float> frame)
    {
        ReadOnlySpan<float> middle = frame.Slice((frame.Length - BandWindow) / 2, BandWindow);
        float power = TensorPrimitives.SumOfSquares(middle) / BandWindow;
        float level = Math.Max(LevelFloorDb, 10 * MathF.Log10(power + 1e-12f));
        _candidates.Clear();
        if (level > LevelFloorDb)
        {
            _finder.Find(frame, _candidates);
        }

        return new VoiceFrame(level, [.. _candidates], Bands(middle));
    }

    private float[] Bands(ReadOnlySpan<float> samples)
    {
        TensorPrimitives.Multiply(samples, _window, _windowed);
        _fft.Forward(_windowed, _real, _imaginary);
        float[] bands = new float[BandCount];
        for (int band = 0; band < BandCount; band++)
        {
            (int from, int to) = BandEdges[band];
            float power = 0;
            for (int bin = from; bin < to; bin++)
            {
                power += (_real[bin] * _real[bin]) + (_imaginary[bin] * _imaginary[bin]);
            }

            bands[band] = 10 * MathF.Log10((power / BandWindow) + 1e-7f);
        }

        return bands;
    }

    // Bins of the bands, evenly in octaves.
    private static int BandEdge(double band) => (int)Math.Pow(BandWindow / 2, band / BandCount);
}
