using System.Numerics;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>
/// Harmonic and percussive energy: medians over 31 frames keep what sounds on, medians over 31 bins keep what strikes,
/// and a soft mask of power 2 shares each cell between the two. A window of frames is kept, not the song.
/// </summary>
/// <remarks>D. Fitzgerald, DAFx 2010; J. Driedger et al., ISMIR 2014; edges are reflected as by librosa.decompose.hpss.</remarks>
internal sealed class HarmonicPercussiveStage
{
    private const int BlockFrames = RunningMedian31.BlockLength;

    // Frames are measured in blocks; a block waits for the two after it, and the two before it are still in its windows.
    private const int RingFrames = RunningMedian31.RowCount;
    private const int BlocksAhead = 2;

    // 40 to 120 Hz: where a kick and a bass meet.
    private const int LowEndFirstBin = 4;
    private const int LowEndLastBin = 11;
    private const int LowEndLanes = 16;

    private static readonly int Padded = SlidingMedian.PaddedCount(AnalysisRate.BinCount);
    private static readonly int LaneRow = Math.Max(BlockFrames, Vector<float>.Count);

    private float[] _magnitudes = new float[RingFrames * Padded];
    private float[] _struck = new float[RingFrames * Padded];
    private float[] _transposed = new float[AnalysisRate.BinCount * LaneRow];
    private readonly float[] _lowEnd = new float[Math.Max(LowEndLanes, Vector<float>.Count)];
    private readonly int[] _rows = new int[RunningMedian31.RowCount];
    private long _framesIn;
    private long _framesOut;
    private double _harmonicEnergy;
    private double _percussiveEnergy;
    private double _lowEndEnergy;
    private double _lowEndPercussiveEnergy;

    /// <summary>Nothing heard yet.</summary>
    public HarmonicPercussiveStage()
    {
        _lowEnd.AsSpan(LowEndFirstBin..(LowEndLastBin + 1)).Fill(1);
    }

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1, after <see cref="Finish"/>; null where there is none.</summary>
    /// <remarks>A ratio within one narrow band: raising or cutting the low end hardly moves it, unlike the share in all of the sound.</remarks>
    public double? LowEndPercussiveShare => _lowEndEnergy > 1e-9 ? _lowEndPercussiveEnergy / _lowEndEnergy : null;

    /// <summary>Hears the magnitude spectrum of the next frame [bins].</summary>
    public void Process(ReadOnlySpan<float> magnitude)
    {
        magnitude.CopyTo(_magnitudes.AsSpan(Row(_framesIn)));
        int lane = (int)(_framesIn % BlockFrames);
        for (int bin = 0, at = lane; bin < magnitude.Length; bin++, at += LaneRow)
        {
            _transposed[at] = magnitude[bin];
        }

        _framesIn++;
        if (lane == BlockFrames - 1)
        {
            FilterOverFrequency(_framesIn - BlockFrames);
            if (_framesIn >= (1 + BlocksAhead) * BlockFrames)
            {
                // Until the end is known no index can reach it.
                SeparateBlock(long.MaxValue / 4);
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public HarmonicPercussiveStage Fork()
    {
        var copy = (HarmonicPercussiveStage)MemberwiseClone();
        copy._magnitudes = [.. _magnitudes];
        copy._struck = [.. _struck];
        copy._transposed = [.. _transposed];
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        if (_framesIn % BlockFrames > 0)
        {
            FilterOverFrequency(_framesIn / BlockFrames * BlockFrames);
        }

        while (_framesOut < _framesIn)
        {
            SeparateBlock(_framesIn);
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

    private static int Row(long frame) => (int)(frame % RingFrames) * Padded;

    // Half-sample symmetric: ... 1 0 | 0 1 ... n-1 | n-1 n-2 ...
    private static long Reflect(long index, long count)
    {
        if (index >= 0 && index < count)
        {
            return index;
        }

        long period = 2 * count;
        long at = ((index % period) + period) % period;
        return at < count ? at : period - 1 - at;
    }

    private void FilterOverFrequency(long firstFrame)
    {
        const int bins = AnalysisRate.BinCount;
        Span<Vector<float>> medians = stackalloc Vector<float>[BlockFrames];
        ReadOnlySpan<float> lanes = MemoryMarshal.Cast<Vector<float>, float>(medians);
        int ring = Row(firstFrame), frames = Math.Min(Vector<float>.Count, BlockFrames);
        for (int first = 0; first < bins; first += BlockFrames)
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i] = (int)Reflect(first - RunningMedian31.RowsBefore + i, bins) * LaneRow;
            }

            int count = Math.Min(BlockFrames, bins - first);
            for (int lane = 0; lane < BlockFrames; lane += Vector<float>.Count)
            {
                RunningMedian31.Filter(_transposed, _rows, lane, medians);
                for (int frame = 0; frame < frames; frame++)
                {
                    Span<float> struck = _struck.AsSpan(ring + ((lane + frame) * Padded) + first, count);
                    for (int i = 0; i < struck.Length; i++)
                    {
                        struck[i] = lanes[(i * Vector<float>.Count) + frame];
                    }
                }
            }
        }
    }

    private void SeparateBlock(long frameCount)
    {
        long first = _framesOut;
        int count = (int)Math.Min(BlockFrames, frameCount - first);
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i] = Row(Reflect(first - RunningMedian31.RowsBefore + i, frameCount));
        }

        Span<Vector<float>> sustained = stackalloc Vector<float>[BlockFrames];
        Vector<float> harmonicSum = default, percussiveSum = default, lowSum = default, lowPercussiveSum = default;
        int ring = Row(first);
        for (int lane = 0; lane < Padded; lane += Vector<float>.Count)
        {
            RunningMedian31.Filter(_magnitudes, _rows, lane, sustained);
            Vector<float> inLowEnd = lane < LowEndLanes ? new Vector<float>(_lowEnd, lane) : default;
            for (int i = 0; i < count; i++)
            {
                int at = ring + (i * Padded) + lane;
                Vector<float> cell = new(_magnitudes, at);
                Vector<float> harmonic = cell * HarmonicShare(sustained[i], new Vector<float>(_struck, at));
                Vector<float> percussive = cell - harmonic;
                harmonic *= harmonic;
                percussive *= percussive;
                harmonicSum += harmonic;
                percussiveSum += percussive;
                lowSum += (harmonic + percussive) * inLowEnd;
                lowPercussiveSum += percussive * inLowEnd;
            }
        }

        _harmonicEnergy += Vector.Sum(harmonicSum);
        _percussiveEnergy += Vector.Sum(percussiveSum);
        _lowEndEnergy += Vector.Sum(lowSum);
        _lowEndPercussiveEnergy += Vector.Sum(lowPercussiveSum);
        _framesOut += count;
    }

    // Squares so small that they vanish stand for cells without energy: either half will do.
    private static Vector<float> HarmonicShare(Vector<float> sustained, Vector<float> struck)
    {
        Vector<float> harmonic = sustained * sustained, both = harmonic + (struck * struck), tiny = new(1.17549435e-38f);
        return Vector.ConditionalSelect(Vector.LessThan(both, tiny), new Vector<float>(0.5f), harmonic / Vector.MaxNative(both, tiny));
    }
}
