using System.Numerics;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>
/// Harmonic and percussive energy: medians over 31 frames keep what sounds on, medians over 31 bins keep what strikes,
/// and a soft mask of power 2 shares each cell between the two. A window of frames is kept, not the song.
/// </summary>
/// <remarks>D. Fitzgerald, DAFx 2010; J. Driedger et al., ISMIR 2014; edges are reflected as by librosa.decompose.hpss.</remarks>
internal sealed class HarmonicPercussiveStage
{
    private const int WindowLength = 31;
    private const int Reach = WindowLength / 2;
    private const int RingLength = 64;

    // 40 to 120 Hz: where a kick and a bass meet.
    private const int LowEndFirstBin = 4;
    private const int LowEndLastBin = 11;

    private readonly int _lanes = Vector<float>.Count;
    private readonly int _padded = SlidingMedian.PaddedCount(AnalysisRate.BinCount);
    private readonly float[][] _magnitudes = new float[RingLength][];
    private readonly float[][] _struck = new float[RingLength][];
    private readonly SlidingMedian _overTime = new(WindowLength, AnalysisRate.BinCount);
    private readonly SlidingMedian _overFrequency;
    private readonly float[] _transposed;
    private readonly float[] _medians;
    private readonly float[] _sustained;
    private readonly float[] _zeros;
    private long _framesIn;
    private long _framesOut;
    private double _harmonicEnergy;
    private double _percussiveEnergy;
    private double _lowEndEnergy;
    private double _lowEndPercussiveEnergy;

    /// <summary>Nothing heard yet.</summary>
    public HarmonicPercussiveStage()
    {
        for (int i = 0; i < RingLength; i++)
        {
            _magnitudes[i] = new float[_padded];
            _struck[i] = new float[_padded];
        }

        _overFrequency = new SlidingMedian(WindowLength, _lanes);
        _transposed = new float[AnalysisRate.BinCount * _lanes];
        _medians = new float[_lanes];
        _sustained = new float[_padded];
        _zeros = new float[_padded];
    }

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1, after <see cref="Finish"/>; null where there is none.</summary>
    /// <remarks>A ratio within one narrow band: raising or cutting the low end hardly moves it, unlike the share in all of the sound.</remarks>
    public double? LowEndPercussiveShare => _lowEndEnergy > 1e-9 ? _lowEndPercussiveEnergy / _lowEndEnergy : null;

    /// <summary>Hears the magnitude spectrum of the next frame [bins].</summary>
    public void Process(ReadOnlySpan<float> magnitude)
    {
        magnitude.CopyTo(_magnitudes[_framesIn % RingLength]);
        int lane = (int)(_framesIn % _lanes);
        for (int bin = 0, at = lane; bin < magnitude.Length; bin++, at += _lanes)
        {
            _transposed[at] = magnitude[bin];
        }

        _framesIn++;
        if (lane == _lanes - 1)
        {
            FilterOverFrequency(_framesIn - _lanes, _lanes);
        }

        // The centre lags by half the window, and a group of lanes must be complete; the ring holds both.
        while (_framesOut + Math.Max(Reach, _lanes - 1) < _framesIn)
        {
            Separate(long.MaxValue);
        }
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        int rest = (int)(_framesIn % _lanes);
        if (rest > 0)
        {
            FilterOverFrequency(_framesIn - rest, rest);
        }

        while (_framesOut < _framesIn)
        {
            Separate(_framesIn);
        }

        double sum = _harmonicEnergy + _percussiveEnergy;
        if (sum <= 1e-9)
        {
            string reason = _framesIn == 0 ? "There is no audio." : "The mono mix is silent.";
            sheet.AddMissing(reason, FeatureIds.HarmonicRatio, FeatureIds.PercussiveRatio);
            return;
        }

        sheet.Add(FeatureIds.HarmonicRatio, _harmonicEnergy / sum);
        sheet.Add(FeatureIds.PercussiveRatio, _percussiveEnergy / sum);
    }

    // Half-sample symmetric: ... 1 0 | 0 1 ... n-1 | n-1 n-2 ...
    private static long Reflect(long index, long count)
    {
        long period = 2 * count;
        long at = ((index % period) + period) % period;
        return at < count ? at : period - 1 - at;
    }

    private void FilterOverFrequency(long firstFrame, int frames)
    {
        const int bins = AnalysisRate.BinCount;
        _overFrequency.Reset();
        for (int i = -Reach; i < Reach; i++)
        {
            _overFrequency.Slide(_zeros.AsSpan(0, _lanes), Lanes(i), _medians);
        }

        for (int bin = 0; bin < bins; bin++)
        {
            // The window still lacks one value for the first bin; after that the one behind it leaves.
            ReadOnlySpan<float> leaving = bin == 0 ? _zeros.AsSpan(0, _lanes) : Lanes(bin - 1 - Reach);
            _overFrequency.Slide(leaving, Lanes(bin + Reach), _medians);
            for (int lane = 0; lane < frames; lane++)
            {
                _struck[(firstFrame + lane) % RingLength][bin] = _medians[lane];
            }
        }
    }

    private ReadOnlySpan<float> Lanes(int bin) =>
        _transposed.AsSpan((int)Reflect(bin, AnalysisRate.BinCount) * _lanes, _lanes);

    private ReadOnlySpan<float> Frame(long index, long count) => _magnitudes[Reflect(index, count) % RingLength];

    private void Separate(long frameCount)
    {
        long centre = _framesOut++;
        // Until the end is known no index can reach it.
        long count = frameCount == long.MaxValue ? long.MaxValue / 4 : frameCount;
        if (centre == 0)
        {
            for (int i = -Reach; i < Reach; i++)
            {
                _overTime.Slide(_zeros, Frame(i, count), _sustained);
            }
        }

        ReadOnlySpan<float> leaving = centre == 0 ? _zeros : Frame(centre - 1 - Reach, count);
        _overTime.Slide(leaving, Frame(centre + Reach, count), _sustained);
        AddEnergies(_magnitudes[centre % RingLength], _struck[centre % RingLength]);
    }

    private void AddEnergies(float[] magnitude, float[] struck)
    {
        Vector<float> tiny = new(1.17549435e-38f), half = new(0.5f);
        Vector<float> harmonicSum = Vector<float>.Zero, percussiveSum = Vector<float>.Zero;
        for (int bin = 0; bin < _padded; bin += _lanes)
        {
            Vector<float> h = new(_sustained, bin), p = new(struck, bin), cell = new(magnitude, bin);
            Vector<float> largest = Vector.Max(h, p);
            Vector<int> isEmpty = Vector.LessThan(largest, tiny);
            Vector<float> scale = Vector.ConditionalSelect(isEmpty, Vector<float>.One, largest);
            h /= scale;
            p /= scale;
            h *= h;
            p *= p;
            Vector<float> mask = Vector.ConditionalSelect(isEmpty, half, h / Vector.Max(h + p, tiny));
            Vector<float> harmonic = cell * mask, percussive = cell - harmonic;
            harmonicSum += harmonic * harmonic;
            percussiveSum += percussive * percussive;
        }

        _harmonicEnergy += Vector.Sum(harmonicSum);
        _percussiveEnergy += Vector.Sum(percussiveSum);
        AddLowEndEnergies(magnitude, struck);
    }

    private void AddLowEndEnergies(float[] magnitude, float[] struck)
    {
        for (int bin = LowEndFirstBin; bin <= LowEndLastBin; bin++)
        {
            double h = (double)_sustained[bin] * _sustained[bin], p = (double)struck[bin] * struck[bin];
            double mask = h + p > 0 ? h / (h + p) : 0.5;
            double harmonic = magnitude[bin] * mask, percussive = magnitude[bin] - harmonic;
            _lowEndPercussiveEnergy += percussive * percussive;
            _lowEndEnergy += (harmonic * harmonic) + (percussive * percussive);
        }
    }
}
