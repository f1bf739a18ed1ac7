using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>
/// Loudness blocks of any number in fixed memory: a count and an exact power sum for every 0.01 LU from -70 LUFS up.
/// Only blocks in the one bin that a gate cuts through can fall on the wrong side of it. One thread adds; another may read the gated
/// power meanwhile, through <see cref="TryGatedPower"/>.
/// </summary>
[RealtimeSafe]
internal sealed class LoudnessHistogram
{
    private const double LowestLufs = -70;
    private const double BinsPerLu = 100;
    private const int BinCount = 9000;

    private readonly long[] _counts;
    private readonly double[] _powers;
    private long _version;

    // Between these all blocks lie: a window asks thirty times a second, and most bins are never used.
    private int _lowestBin = BinCount, _highestBin = -1;

    /// <summary>No blocks yet.</summary>
    public LoudnessHistogram()
    {
        _counts = new long[BinCount];
        _powers = new double[BinCount];
    }

    /// <summary>The blocks of another one.</summary>
    public LoudnessHistogram(LoudnessHistogram other)
    {
        _counts = [.. other._counts];
        _powers = [.. other._powers];
        (_lowestBin, _highestBin) = (other._lowestBin, other._highestBin);
    }

    /// <summary>Adds a block; one at or below the absolute gate of -70 LUFS is left out.</summary>
    /// <param name="power">Weighted mean square, linear.</param>
    public void Add(double power)
    {
        double lufs = LoudnessMeter.ToLufs(power);
        if (lufs > LowestLufs)
        {
            int bin = Math.Min((int)((lufs - LowestLufs) * BinsPerLu), BinCount - 1);
            Volatile.Write(ref _version, _version + 1); // odd: a reader meanwhile begins again
            Interlocked.MemoryBarrier();
            _counts[bin]++;
            _powers[bin] += power;
            _lowestBin = Math.Min(_lowestBin, bin);
            _highestBin = Math.Max(_highestBin, bin);
            Volatile.Write(ref _version, _version + 1);
        }
    }

    /// <summary>Mean power of the blocks that are louder than the mean of all plus an offset.</summary>
    /// <param name="relativeGateLu">Offset in LU, negative.</param>
    /// <returns>Linear power; 0 where there is no block.</returns>
    public double GatedPower(double relativeGateLu)
    {
        (double power, long _) = Above(GateBin(relativeGateLu));
        return power;
    }

    /// <summary><see cref="GatedPower"/> while another thread adds. [any-thread]</summary>
    /// <returns>False where a block came in between: nothing can be said yet.</returns>
    public bool TryGatedPower(double relativeGateLu, out double power)
    {
        long version = Volatile.Read(ref _version);
        power = GatedPower(relativeGateLu);
        Interlocked.MemoryBarrier();
        return (version & 1) == 0 && version == Volatile.Read(ref _version);
    }

    /// <summary>Distance between two percentiles of the blocks above a relative gate.</summary>
    /// <returns>LU; negative where there is no block.</returns>
    public double PercentileRange(double relativeGateLu, double lowShare, double highShare)
    {
        int gate = GateBin(relativeGateLu);
        (double _, long count) = Above(gate);
        if (count == 0)
        {
            return -1;
        }

        int low = PercentileBin(gate, (long)Math.Round((count - 1) * lowShare));
        int high = PercentileBin(gate, (long)Math.Round((count - 1) * highShare));
        return (high - low) / BinsPerLu;
    }

    /// <summary>Forgets all blocks.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Array.Clear(_powers);
        (_lowestBin, _highestBin) = (BinCount, -1);
    }

    private int GateBin(double relativeGateLu)
    {
        (double mean, long count) = Above(0);
        double gate = count == 0 ? LowestLufs : LoudnessMeter.ToLufs(mean) + relativeGateLu;
        return Math.Clamp((int)Math.Round((gate - LowestLufs) * BinsPerLu), 0, BinCount - 1);
    }

    private (double MeanPower, long Count) Above(int firstBin)
    {
        long count = 0;
        double power = 0;
        int last = _highestBin;
        for (int bin = Math.Max(firstBin, _lowestBin); bin <= last; bin++)
        {
            count += _counts[bin];
            power += _powers[bin];
        }

        return (count == 0 ? 0 : power / count, count);
    }

    private int PercentileBin(int firstBin, long rank)
    {
        int bin = firstBin;
        for (; bin < BinCount - 1; bin++)
        {
            rank -= _counts[bin];
            if (rank < 0)
            {
                break;
            }
        }

        return bin;
    }
}
