using System.Numerics.Tensors;

namespace GrooveGuru.Core.Dsp;

/// <summary>Triangular bands, equally wide on Slaney's mel scale, each of unit area in Hz.</summary>
/// <remarks>M. Slaney, Auditory Toolbox, 1998; the same bands as librosa.filters.mel with its defaults.</remarks>
public sealed class MelFilterbank
{
    private readonly int[] _firstBin;
    private readonly float[][] _weights;

    /// <summary>The bands for one kind of spectrum.</summary>
    /// <param name="bandCount">Bands.</param>
    /// <param name="fftSize">Samples behind the spectrum.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="lowestHz">Lower end of the first band, Hz.</param>
    /// <param name="highestHz">Upper end of the last band, Hz; null for the Nyquist frequency.</param>
    public MelFilterbank(int bandCount, int fftSize, double sampleRateHz, double lowestHz = 0, double? highestHz = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bandCount, 1);
        double lowestMel = ToMel(lowestHz), highestMel = ToMel(highestHz ?? (sampleRateHz / 2));
        double[] edgesHz = Enumerable.Range(0, bandCount + 2)
            .Select(i => ToHz(lowestMel + ((highestMel - lowestMel) * i / (bandCount + 1))))
            .ToArray();
        _firstBin = new int[bandCount];
        _weights = new float[bandCount][];
        for (int band = 0; band < bandCount; band++)
        {
            double low = edgesHz[band], mid = edgesHz[band + 1], high = edgesHz[band + 2];
            var weights = new List<float>();
            for (int bin = 0; bin <= fftSize / 2; bin++)
            {
                double hz = bin * sampleRateHz / fftSize;
                double weight = Math.Min((hz - low) / (mid - low), (high - hz) / (high - mid)) * 2 / (high - low);
                if (weight > 0)
                {
                    if (weights.Count == 0)
                    {
                        _firstBin[band] = bin;
                    }

                    weights.Add((float)weight);
                }
            }

            _weights[band] = [.. weights];
        }
    }

    /// <summary>Bands.</summary>
    public int BandCount => _weights.Length;

    /// <summary>Sums a spectrum into the bands.</summary>
    /// <param name="spectrum">Power or magnitude [bins].</param>
    /// <param name="bands">The same in the bands [bands].</param>
    public void Apply(ReadOnlySpan<float> spectrum, Span<float> bands)
    {
        for (int band = 0; band < _weights.Length; band++)
        {
            float[] weights = _weights[band];
            bands[band] = TensorPrimitives.Dot(spectrum.Slice(_firstBin[band], weights.Length), weights);
        }
    }

    // Linear below 1 kHz, logarithmic above.
    private static double ToMel(double hz) => hz < 1000 ? hz * 3 / 200 : 15 + (Math.Log(hz / 1000) * 27 / Math.Log(6.4));

    private static double ToHz(double mel) => mel < 15 ? mel * 200 / 3 : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27);
}
