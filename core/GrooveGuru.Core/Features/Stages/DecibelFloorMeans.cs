namespace GrooveGuru.Core.Features.Stages;

/// <summary>
/// Means over frames of levels that are clamped to 80 dB below the loudest of all of them. The loudest is known only at the
/// end, so levels are sorted into bins of 0.25 dB with exact sums: only those in the bin that the floor cuts are approximate.
/// </summary>
/// <remarks>The clamp is the top_db of librosa.power_to_db.</remarks>
internal sealed class DecibelFloorMeans
{
    private const float TopDb = 80;
    private const float LowestDb = -101;
    private const float BinsPerDb = 4;
    private const int BinCount = 1200;

    private int[] _counts;
    private double[] _sums;
    private readonly int _bandCount;
    private float _loudestDb = float.NegativeInfinity;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public DecibelFloorMeans(int bandCount)
    {
        _bandCount = bandCount;
        _counts = new int[bandCount * BinCount];
        _sums = new double[bandCount * BinCount];
    }

    /// <summary>Adds a frame of levels in dB [bands].</summary>
    public void Add(ReadOnlySpan<float> levelsDb)
    {
        for (int band = 0; band < _bandCount; band++)
        {
            float level = levelsDb[band];
            int bin = (band * BinCount) + Math.Clamp((int)((level - LowestDb) * BinsPerDb), 0, BinCount - 1);
            _counts[bin]++;
            _sums[bin] += level;
            _loudestDb = Math.Max(_loudestDb, level);
        }

        _frames++;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public DecibelFloorMeans Fork()
    {
        var copy = (DecibelFloorMeans)MemberwiseClone();
        copy._counts = [.. _counts];
        copy._sums = [.. _sums];
        return copy;
    }

    /// <summary>The means, dB [bands]; there must be a frame.</summary>
    public double[] Means()
    {
        double floor = _loudestDb - TopDb;
        var means = new double[_bandCount];
        for (int band = 0; band < _bandCount; band++)
        {
            double sum = 0;
            for (int bin = band * BinCount; bin < (band + 1) * BinCount; bin++)
            {
                sum += _counts[bin] == 0 ? 0 : _counts[bin] * Math.Max(_sums[bin] / _counts[bin], floor);
            }

            means[band] = sum / _frames;
        }

        return means;
    }
}
