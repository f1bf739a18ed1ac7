using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Feed-forward compressor: the louder channel's level in dB, a gain computer with a quadratic knee, and one smoother on the
/// gain change with separate times for growing and shrinking. Look-ahead 0.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6): the smooth branching detector in the log domain.</remarks>
public sealed class CompressorProcessor : IAdjustableProcessor
{
    private CompressorSettings _settings;
    private LevelDetector? _detector;
    private ParameterFade _fade;
    private GainCurve _oldCurve;
    private GainCurve _curve;
    private double _oldMakeupDb;
    private double _makeupDb;
    private double _sampleRateHz;
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
        return Curve(settings).ChangeDb(levelDb - settings.ThresholdDb);
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sampleRateHz = sampleRateHz;
        _detector = new LevelDetector(sampleRateHz, channelCount, peakHoldSeconds: 0);
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not CompressorSettings own)
        {
            return false;
        }

        _settings = own;
        _fade.Request();
        return true;
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        if (_detector is null)
        {
            return;
        }

        double changeDb = _changeDb;
        for (int i = 0; i < block.FrameCount; i++)
        {
            if (_fade.Begins())
            {
                TakeSettings();
            }

            double share = _fade.Next();
            GainCurve curve = _oldCurve.Towards(_curve, share);
            double levelDb = _detector.LevelDb(block, i, _settings.Detection);
            double targetDb = curve.ChangeDb(levelDb - curve.ThresholdDb);
            double keep = Math.Abs(targetDb) > Math.Abs(changeDb) ? _attack : _release;
            changeDb = targetDb + (keep * (changeDb - targetDb));
            double makeupDb = _oldMakeupDb + (share * (_makeupDb - _oldMakeupDb));
            float gain = (float)Math.Exp((changeDb + makeupDb) / LevelDetector.DbPerNeper);
            for (int channel = 0; channel < block.ChannelCount; channel++)
            {
                block.Channel(channel)[i] *= gain;
            }
        }

        _changeDb = changeDb;
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        TakeSettings();
        _oldCurve = _curve;
        _oldMakeupDb = _makeupDb;
        _fade.Reset();
        _detector?.Reset();
        _changeDb = 0;
    }

    [RealtimeSafe]
    private static GainCurve Curve(CompressorSettings settings) =>
        new(settings.ThresholdDb, (1 / settings.Ratio) - 1, settings.KneeDb);

    [RealtimeSafe]
    private void TakeSettings()
    {
        _oldCurve = _curve;
        _oldMakeupDb = _makeupDb;
        _curve = Curve(_settings);
        _makeupDb = _settings.MakeupDb;
        _attack = Math.Exp(-1000 / (_settings.AttackMs * _sampleRateHz));
        _release = Math.Exp(-1000 / (_settings.ReleaseMs * _sampleRateHz));
    }
}
