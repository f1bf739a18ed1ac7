using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The level of the loudest channel, frame by frame, as peak and as RMS.</summary>
internal sealed class LevelDetector
{
    /// <summary>Time in which the mean square takes 63 % of a step, seconds.</summary>
    internal const double RmsSeconds = 0.01;

    /// <summary>dB of one neper.</summary>
    internal const double DbPerNeper = 8.685889638065037;

    // Two equal smoothers in a row take 63 % of a step after 2.146 of their time constants: (1 + t) exp(-t) = 1/e. One alone
    // of the same time would leave a ripple thirty times as large at 1 kHz, which different attack and release turn into an error.
    private const double RmsStageSeconds = RmsSeconds / 2.1461932;

    // -120 dBFS: below it nothing is a signal, and the logarithm stays finite.
    private const double FloorLinear = 1e-6;

    private readonly double[] _firstMeans;
    private readonly double[] _meanSquares;
    private readonly SlidingMinimum? _negatedPeaks;
    private readonly double _keep;

    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="channelCount">Channels of every block, 1 or more.</param>
    /// <param name="peakHoldSeconds">How long a peak counts, seconds; 0 takes each sample's own magnitude.</param>
    internal LevelDetector(int sampleRateHz, int channelCount, double peakHoldSeconds)
    {
        _firstMeans = new double[channelCount];
        _meanSquares = new double[channelCount];
        _keep = Math.Exp(-1 / (RmsStageSeconds * sampleRateHz));
        int holdFrames = (int)(peakHoldSeconds * sampleRateHz);
        _negatedPeaks = holdFrames > 1 ? new SlidingMinimum(holdFrames) : null;
    }

    /// <summary>Hears one frame. Both levels are kept up, so that the choice may change at any time.</summary>
    /// <returns>dBFS; −120 for silence.</returns>
    [RealtimeSafe]
    internal double LevelDb(PlanarBlock block, int frame, LevelDetection detection)
    {
        double peak = 0;
        double meanSquare = 0;
        for (int channel = 0; channel < block.ChannelCount && channel < _meanSquares.Length; channel++)
        {
            // A NaN compares false and is not heard.
            double magnitude = Math.Abs(block.Channel(channel)[frame]);
            magnitude = magnitude > 0 ? Math.Min(magnitude, float.MaxValue) : 0;
            peak = Math.Max(peak, magnitude);
            double square = magnitude * magnitude;
            double first = square + (_keep * (_firstMeans[channel] - square));
            _firstMeans[channel] = first;
            _meanSquares[channel] = first + (_keep * (_meanSquares[channel] - first));
            meanSquare = Math.Max(meanSquare, _meanSquares[channel]);
        }

        if (_negatedPeaks is not null)
        {
            peak = -_negatedPeaks.Next(-peak);
        }

        return detection == LevelDetection.Rms
            ? DbPerNeper * 0.5 * Math.Log(Math.Max(meanSquare, FloorLinear * FloorLinear))
            : DbPerNeper * Math.Log(Math.Max(peak, FloorLinear));
    }

    [RealtimeSafe]
    internal void Reset()
    {
        Array.Clear(_firstMeans);
        Array.Clear(_meanSquares);
        _negatedPeaks?.Reset();
    }
}
