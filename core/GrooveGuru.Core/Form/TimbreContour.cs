using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Form;

/// <summary>Level and timbre over time: the level in bands a bit over half an octave wide, frame by frame.</summary>
/// <remarks>Memory grows by 56 bytes a frame.</remarks>
internal sealed class TimbreContour
{
    /// <summary>Bands.</summary>
    public const int BandCount = 14;

    private const double LowestHz = 50;
    private const double HighestHz = 10_000;
    private const float SilencePower = 1e-9f;

    private readonly int[] _edges = new int[BandCount + 1];
    private List<float> _levelsDb = [];

    /// <summary>For the power spectra of frames of one kind.</summary>
    public TimbreContour(double sampleRateHz, int frameLength)
    {
        for (int edge = 0; edge <= BandCount; edge++)
        {
            double hz = LowestHz * Math.Pow(HighestHz / LowestHz, (double)edge / BandCount);
            _edges[edge] = (int)Math.Round(hz * frameLength / sampleRateHz);
        }
    }

    /// <summary>Frames that were heard.</summary>
    public int FrameCount => _levelsDb.Count / BandCount;

    /// <summary>Levels of a frame, dB with any reference [bands].</summary>
    public ReadOnlySpan<float> Frame(int index) => CollectionsMarshal.AsSpan(_levelsDb).Slice(BandCount * index, BandCount);

    /// <summary>A copy that goes on by itself from here.</summary>
    public TimbreContour Fork()
    {
        var copy = (TimbreContour)MemberwiseClone();
        copy._levelsDb = [.. _levelsDb];
        return copy;
    }

    /// <summary>Hears the power spectrum of a frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power)
    {
        for (int band = 0; band < BandCount; band++)
        {
            _levelsDb.Add(10 * MathF.Log10(TensorPrimitives.Sum(power[_edges[band].._edges[band + 1]]) + SilencePower));
        }
    }
}
