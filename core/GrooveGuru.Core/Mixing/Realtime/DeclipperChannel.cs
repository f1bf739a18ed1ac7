using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>One channel of the declipper: collects hops of samples and rebuilds the oldest that still waits at the end of each.</summary>
internal sealed class DeclipperChannel
{
    private const double HopSeconds = 0.00145;
    private const double LookAheadSeconds = 0.0087;
    private const double SolvedAheadSeconds = 0.0036;
    private const double PastSeconds = 0.0232;
    private const double PriorMemorySeconds = 5;

    // Levels this far under the threshold say how fast peaks thin out; at first a few of both are taken for heard.
    private const double NearShare = 0.25;
    private const double FirstNear = 20;
    private const double FirstClipped = 10;
    private const double PriorPower = 1.2;

    private readonly int _hopFrames;
    private readonly int _lookAheadFrames;
    private readonly int _pastFrames;
    private readonly int _solvedAheadFrames;
    private readonly double _memory;
    private readonly double _threshold;
    private readonly DeclipperStretch _stretch;
    private readonly DeclipperPredictor _predictor;
    private readonly DeclipperSolver _solver;
    private readonly double[] _collected;
    private readonly float[] _delayed;
    private readonly int[] _unknowns;
    private int _index;
    private double _near;
    private double _clipped;

    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="threshold">Threshold, linear.</param>
    /// <param name="largestRise">The most a rebuilt sample may be, thresholds.</param>
    internal DeclipperChannel(int sampleRateHz, double threshold, double largestRise)
    {
        _threshold = threshold;
        _hopFrames = Math.Max(16, (int)Math.Round(HopSeconds * sampleRateHz));
        _lookAheadFrames = _hopFrames * (int)Math.Round(LookAheadSeconds / HopSeconds);
        _solvedAheadFrames = Math.Min(
            _lookAheadFrames, Math.Max(2 * DeclipperPredictor.Order, (int)Math.Round(SolvedAheadSeconds * sampleRateHz)));
        _pastFrames = Math.Max(8 * DeclipperPredictor.Order, (int)Math.Round(PastSeconds * sampleRateHz));
        _memory = Math.Exp(-_hopFrames / (PriorMemorySeconds * sampleRateHz));
        int length = _pastFrames + _hopFrames + _lookAheadFrames;
        int maxUnknowns = 5 * _hopFrames;
        _stretch = new DeclipperStretch(length, _lookAheadFrames, largestRise);
        _predictor = new DeclipperPredictor(length, _pastFrames + (_hopFrames / 2));
        _solver = new DeclipperSolver(maxUnknowns, length);
        _collected = new double[_hopFrames];
        _delayed = new float[_hopFrames + _lookAheadFrames];
        _unknowns = new int[maxUnknowns];
        Reset();
    }

    /// <summary>Frames by which the output lags.</summary>
    internal int LatencySamples => _hopFrames + _lookAheadFrames;

    /// <summary>Takes a sample and gives the one that came <see cref="LatencySamples"/> ago, rebuilt where it was clipped.</summary>
    [RealtimeSafe]
    internal float Next(float sample)
    {
        // The hop that leaves lies at the front of the ring while the one that comes is written over it.
        float output = _delayed[_index];
        _delayed[_index] = sample;
        int place = _index % _hopFrames;
        _collected[place] = sample / _threshold;
        _index = _index + 1 < _delayed.Length ? _index + 1 : 0;
        if (place == _hopFrames - 1)
        {
            Rebuild();
        }

        return output;
    }

    [RealtimeSafe]
    internal void Reset()
    {
        _stretch.Reset();
        Array.Clear(_delayed);
        _index = 0;
        _near = FirstNear;
        _clipped = FirstClipped;
    }

    [RealtimeSafe]
    private void Rebuild()
    {
        CountLevels();
        _stretch.Push(_collected);
        int count = FindUnknowns();
        if (count == 0)
        {
            return;
        }

        if (_predictor.Fit(_stretch.Samples))
        {
            double rate = Math.Pow(Math.Log(1 + ((_near + 1) / (_clipped + 1))) / NearShare, PriorPower);
            _solver.Solve(_stretch, _predictor, _unknowns.AsSpan(0, count), _pastFrames, rate);
        }

        // What leaves next is what lies at the front of the ring now.
        for (int i = 0; i < _hopFrames; i++)
        {
            int index = _pastFrames + i;
            if (_stretch.Side[index] != 0)
            {
                _delayed[_index + i] = (float)(_stretch.Samples[index] * _threshold);
            }
        }
    }

    [RealtimeSafe]
    private void CountLevels()
    {
        _near *= _memory;
        _clipped *= _memory;
        foreach (double sample in _collected)
        {
            double magnitude = Math.Abs(sample);
            if (DeclipperStretch.IsClipped(magnitude))
            {
                _clipped++;
            }
            else if (magnitude >= 1 - NearShare)
            {
                _near++;
            }
        }
    }

    /// <summary>Clipped samples that are to leave, those a little behind them, and the rest of the last of these runs.</summary>
    [RealtimeSafe]
    private int FindUnknowns()
    {
        ReadOnlySpan<sbyte> side = _stretch.Side;
        int count = 0;
        int enough = _pastFrames + _hopFrames + _solvedAheadFrames;
        for (int i = _pastFrames; i < side.Length && count < _unknowns.Length; i++)
        {
            if (side[i] != 0)
            {
                _unknowns[count++] = i;
            }
            else if (i >= enough)
            {
                break;
            }
        }

        return count;
    }
}
