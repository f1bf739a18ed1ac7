using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>Finds the partials of a frame: local maxima of its spectrum, their frequency interpolated.</summary>
/// <remarks>Parabola through the logarithms of three bins; J. O. Smith, Spectral Audio Signal Processing, 2011, "Quadratic Interpolation of Spectral Peaks".</remarks>
internal sealed class PeakPicker
{
    // E1 to C7: below it neighbouring notes run together in a frame of 0.37 s, above it there is little but overtones.
    private const double LowestPitch = 28;
    private const double HighestPitch = 96;
    private const float PowerFloor = 1e-4f;
    private const float SilencePower = 1e-9f;

    private readonly double _pitchAtBinOne;
    private readonly int _firstBin;
    private readonly int _endBin;

    /// <summary>For the power spectra of frames of one kind.</summary>
    public PeakPicker(double sampleRateHz, int frameLength)
    {
        double binHz = sampleRateHz / frameLength;
        _pitchAtBinOne = 69 + (12 * Math.Log2(binHz / 440));
        _firstBin = Math.Max(1, (int)Math.Ceiling(Math.Pow(2, (LowestPitch - _pitchAtBinOne) / 12)));
        _endBin = Math.Min((int)Math.Pow(2, (HighestPitch - _pitchAtBinOne) / 12) + 1, frameLength / 2);
    }

    /// <summary>Finds the peaks of a power spectrum.</summary>
    /// <param name="power">Power [bins].</param>
    /// <param name="peaks">The peaks, low to high; what was there is lost.</param>
    /// <returns>The magnitude of the loudest bin; 0 where the frame is silent, and then there are no peaks.</returns>
    public float Pick(ReadOnlySpan<float> power, List<SpectralPeak> peaks)
    {
        peaks.Clear();
        float loudest = TensorPrimitives.Max(power[_firstBin.._endBin]);
        if (!(loudest > SilencePower))
        {
            return 0;
        }

        float floor = PowerFloor * loudest, scale = 1 / MathF.Sqrt(loudest);
        for (int bin = _firstBin; bin < _endBin; bin++)
        {
            float middle = power[bin];
            if (middle > floor && middle > power[bin - 1] && middle >= power[bin + 1])
            {
                peaks.Add(new SpectralPeak((float)Pitch(power, bin), MathF.Sqrt(middle) * scale));
            }
        }

        return MathF.Sqrt(loudest);
    }

    private double Pitch(ReadOnlySpan<float> power, int bin)
    {
        double left = Math.Log(power[bin - 1] + 1e-30), middle = Math.Log(power[bin]), right = Math.Log(power[bin + 1] + 1e-30);
        double shift = Math.Clamp(0.5 * (left - right) / (left - (2 * middle) + right - 1e-12), -0.5, 0.5);
        return _pitchAtBinOne + (12 * Math.Log2(bin + shift));
    }
}
