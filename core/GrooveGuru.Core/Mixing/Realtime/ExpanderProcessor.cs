using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Downward expander: the louder channel's level in dB, a gain computer with a quadratic knee and a floor, and one smoother on
/// the gain change with separate times for opening and closing. Look-ahead 0. A peak counts for 10 ms, so that the zero
/// crossings of a tone above 50 Hz do not close it.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6), the curve mirrored at the threshold.</remarks>
public sealed class ExpanderProcessor : IAdjustableProcessor
{
    /// <summary>How long a peak counts, seconds: half a period of 50 Hz.</summary>
    internal const double PeakHoldSeconds = 0.01;

    private ExpanderSettings _settings;
    private LevelDetector? _detector;
    private ParameterFade _fade;
    private GainCurve _oldCurve;
    private GainCurve _curve;
    private double _oldFloorDb;
    private double _floorDb;
    private double _sampleRateHz;
    private double _attack;
    private double _release;
    private double _changeDb;

    /// <summary>An expander.</summary>
    public ExpanderProcessor(ExpanderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <summary>The change of gain that a steady level ends at.</summary>
    /// <param name="levelDb">Level, dBFS.</param>
    /// <param name="settings">Threshold, ratio, knee and range.</param>
    /// <returns>dB, at most 0.</returns>
    public static double StaticChangeDb(double levelDb, ExpanderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Math.Max(-settings.RangeDb, Curve(settings).ChangeDb(settings.ThresholdDb - levelDb));
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sampleRateHz = sampleRateHz;
        _detector = new LevelDetector(sampleRateHz, channelCount, PeakHoldSeconds);
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not ExpanderSettings own)
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
            double floorDb = _oldFloorDb + (share * (_floorDb - _oldFloorDb));
            double levelDb = _detector.LevelDb(block, i, _settings.Detection);
            double targetDb = Math.Max(floorDb, curve.ChangeDb(curve.ThresholdDb - levelDb));
            changeDb = targetDb + ((targetDb > changeDb ? _attack : _release) * (changeDb - targetDb));
            float gain = (float)Math.Exp(changeDb / LevelDetector.DbPerNeper);
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
        _oldFloorDb = _floorDb;
        _fade.Reset();
        _detector?.Reset();
        _changeDb = 0;
    }

    [RealtimeSafe]
    private static GainCurve Curve(ExpanderSettings settings) =>
        new(settings.ThresholdDb, 1 - settings.Ratio, settings.KneeDb);

    [RealtimeSafe]
    private void TakeSettings()
    {
        _oldCurve = _curve;
        _oldFloorDb = _floorDb;
        _curve = Curve(_settings);
        _floorDb = -_settings.RangeDb;
        _attack = Math.Exp(-1000 / (_settings.AttackMs * _sampleRateHz));
        _release = Math.Exp(-1000 / (_settings.ReleaseMs * _sampleRateHz));
    }
}
