using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>How strongly new pitches enter in each long frame: the rise of the bins from 54 Hz to 2.8 kHz over two frames, dB.</summary>
/// <remarks>
/// S. Böck and G. Widmer, DAFx 2013: a bin is compared with the strongest of itself and its neighbours before, so that vibrato is no
/// onset. It finds the notes of strings and organs, which attack nothing. Levels are floored 60 dB below the loudest bin so far.
/// </remarks>
internal sealed class PitchNovelty
{
    private const int FirstBin = 5;
    private const int EndBin = 260;
    private const int LowBins = 20;
    private const int LagFrames = 2;
    private const int FirstChromaBin = 9;
    private const int EndChromaBin = 120;
    private const float FloorDb = 60;
    private const float SilenceDb = -60;

    private readonly float[] _levels = new float[EndBin - FirstBin];
    private readonly float[] _rise = new float[EndBin - FirstBin];
    private float[][] _spread = [.. Enumerable.Range(0, LagFrames).Select(_ => new float[EndBin - FirstBin])];
    private readonly int[] _pitchClasses = [.. Enumerable.Range(FirstChromaBin, EndChromaBin - FirstChromaBin).Select(PitchClass)];
    private float _loudestDb = SilenceDb;

    /// <summary>Pitch classes.</summary>
    public const int ChromaBins = 12;

    /// <summary>How much of each pitch class sounds, dB above the floor summed over bins [long frame · 12 + class, from A].</summary>
    public List<float> Chroma { get; private set; } = [];

    /// <summary>Mean rise over all bins, per long frame, dB.</summary>
    public List<float> Full { get; private set; } = [];

    /// <summary>Mean rise below 270 Hz: bass and low chords.</summary>
    public List<float> Low { get; private set; } = [];

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public PitchNovelty Fork()
    {
        var copy = (PitchNovelty)MemberwiseClone();
        copy._spread = [.. _spread.Select(levels => levels.ToArray())];
        (copy.Chroma, copy.Full, copy.Low) = ([.. Chroma], [.. Full], [.. Low]);
        return copy;
    }

    /// <summary>Hears the power spectrum of a long frame [<see cref="NoveltyRate.LongFrameLength"/> / 2 + 1 bins].</summary>
    public void Process(ReadOnlySpan<float> power)
    {
        Decibels.FromPower(power[FirstBin..EndBin], _levels);
        _loudestDb = Math.Max(_loudestDb, TensorPrimitives.Max<float>(_levels));
        float floor = _loudestDb - FloorDb;
        TensorPrimitives.Max(_levels, floor, _levels);
        float[] before = _spread[Full.Count % LagFrames];
        TensorPrimitives.Max(before, floor, _rise);
        TensorPrimitives.Subtract(_levels, _rise, _rise);
        TensorPrimitives.Max(_rise, 0f, _rise);
        if (Full.Count < LagFrames)
        {
            Array.Clear(_rise);
        }

        Full.Add(TensorPrimitives.Sum<float>(_rise) / _rise.Length);
        Low.Add(TensorPrimitives.Sum<float>(_rise.AsSpan(0, LowBins)) / LowBins);
        Spread(_levels, before);
        AddChroma(floor);
    }

    private static int PitchClass(int bin)
    {
        double hz = bin * (double)NoveltyRate.SampleRateHz / NoveltyRate.LongFrameLength;
        return ((int)Math.Round(12 * Math.Log2(hz / 440)) + 120) % ChromaBins;
    }

    private void AddChroma(float floor)
    {
        Span<float> chroma = stackalloc float[ChromaBins];
        chroma.Clear();
        for (int bin = 0; bin < _pitchClasses.Length; bin++)
        {
            chroma[_pitchClasses[bin]] += _levels[bin + FirstChromaBin - FirstBin] - floor;
        }

        Chroma.AddRange(chroma);
    }

    private static void Spread(ReadOnlySpan<float> levels, Span<float> spread)
    {
        levels.CopyTo(spread);
        TensorPrimitives.Max(spread[1..], levels[..^1], spread[1..]);
        TensorPrimitives.Max(spread[..^1], levels[1..], spread[..^1]);
    }
}
