using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Feed-forward compressor: the louder channel's level in dB, a gain computer with a quadratic knee, and one smoother on the
/// gain change with separate times for growing and shrinking. Look-ahead 0.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6): the smooth branching detector in the log domain.</remarks>
public sealed class CompressorProcessor : IProcessor
{
    // -120 dBFS: below it nothing is a signal, and the logarithm stays finite.
    private const double FloorLinear = 1e-6;
    private const double DbPerNeper = 8.685889638065037;

    private readonly CompressorSettings _settings;
    private double _attack;
    private double _release;
    private double _changeDb;

    /// <summary>A compressor.</summary>
    public CompressorProcessor(CompressorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <summary>The change of gain that a steady level ends at, before make-up.</summary>
    /// <param name="levelDb">Level, dBFS.</param>
    /// <param name="settings">Threshold, ratio and knee.</param>
    /// <returns>dB; at most 0 for a ratio of 1 and more, at least 0 below 1.</returns>
    public static double StaticChangeDb(double levelDb, CompressorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return StaticChangeDb(levelDb, settings.ThresholdDb, (1 / settings.Ratio) - 1, settings.KneeDb);
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _attack = Math.Exp(-1000 / (_settings.AttackMs * sampleRateHz));
        _release = Math.Exp(-1000 / (_settings.ReleaseMs * sampleRateHz));
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        double thresholdDb = _settings.ThresholdDb;
        double slope = (1 / _settings.Ratio) - 1;
        double kneeDb = _settings.KneeDb;
        double makeupDb = _settings.MakeupDb;
        double changeDb = _changeDb;
        for (int i = 0; i < block.FrameCount; i++)
        {
            double peak = 0;
            for (int channel = 0; channel < block.ChannelCount; channel++)
            {
                // A NaN compares false and is not heard.
                double magnitude = Math.Abs(block.Channel(channel)[i]);
                if (magnitude > peak)
                {
                    peak = Math.Min(magnitude, float.MaxValue);
                }
            }

            double targetDb = StaticChangeDb(DbPerNeper * Math.Log(Math.Max(peak, FloorLinear)), thresholdDb, slope, kneeDb);
            double keep = Math.Abs(targetDb) > Math.Abs(changeDb) ? _attack : _release;
            changeDb = targetDb + (keep * (changeDb - targetDb));
            float gain = (float)Math.Exp((changeDb + makeupDb) / DbPerNeper);
            for (int channel = 0; channel < block.ChannelCount; channel++)
            {
                block.Channel(channel)[i] *= gain;
            }
        }

        _changeDb = changeDb;
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset() => _changeDb = 0;

    [RealtimeSafe]
    private static double StaticChangeDb(double levelDb, double thresholdDb, double slope, double kneeDb)
    {
        double overDb = levelDb - thresholdDb;
        if (2 * overDb <= -kneeDb)
        {
            return 0;
        }

        if (2 * overDb < kneeDb)
        {
            double intoKneeDb = overDb + (kneeDb / 2);
            return slope * intoKneeDb * intoKneeDb / (2 * kneeDb);
        }

        return slope * overDb;
    }
}
