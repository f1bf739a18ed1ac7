using System.Numerics.Tensors;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>How quiet the quietest passages are: the fifth percentile of the levels of 100 ms windows that are not digital silence.</summary>
/// <remarks>Levels are counted in steps of 0.01 dB, so memory does not grow. The level is the mean over the channels.</remarks>
internal sealed class NoiseFloorStage
{
    private const double WindowSeconds = 0.1;
    private const double LowestDb = -140;
    private const double StepDb = 0.01;
    private const double Share = 0.05;
    private const int MinWindows = 5;

    private long[] _counts = new long[18_000];
    private readonly int _windowFrames;
    private readonly int _channelCount;
    private double _squares;
    private int _filled;
    private long _windows;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    /// <param name="channelCount">Channels.</param>
    public NoiseFloorStage(int sampleRateHz, int channelCount)
    {
        _windowFrames = (int)Math.Ceiling(WindowSeconds * sampleRateHz);
        _channelCount = channelCount;
    }

    /// <summary>Hears samples.</summary>
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        for (int at = offsetFrames, end = offsetFrames + frameCount; at < end;)
        {
            int taken = Math.Min(end - at, _windowFrames - _filled);
            for (int channel = 0; channel < _channelCount; channel++)
            {
                _squares += TensorPrimitives.SumOfSquares(planar[channel].AsSpan(at, taken));
            }

            _filled += taken;
            at += taken;
            if (_filled == _windowFrames)
            {
                CountWindow();
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public NoiseFloorStage Fork()
    {
        var copy = (NoiseFloorStage)MemberwiseClone();
        copy._counts = [.. _counts];
        return copy;
    }

    /// <summary>The floor, dBFS RMS; null where less than half a second sounded.</summary>
    public double? Finish()
    {
        if (_windows < MinWindows)
        {
            return null;
        }

        long rank = (long)(Share * (_windows - 1)), below = 0;
        int step = 0;
        while (below + _counts[step] <= rank)
        {
            below += _counts[step++];
        }

        return LowestDb + ((step + 0.5) * StepDb);
    }

    private void CountWindow()
    {
        double db = 10 * Math.Log10(_squares / ((double)_windowFrames * _channelCount));
        if (db >= LowestDb)
        {
            _counts[Math.Min(_counts.Length - 1, (int)((db - LowestDb) / StepDb))]++;
            _windows++;
        }

        _squares = 0;
        _filled = 0;
    }
}
