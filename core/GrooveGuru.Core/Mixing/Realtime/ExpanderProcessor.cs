using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Downward expander: the compressor's curve mirrored at the threshold, with a floor. Look-ahead 0. A peak counts for 10 ms, so
/// that the zero crossings of a tone above 50 Hz do not close it.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6).</remarks>
public sealed class ExpanderProcessor : IAdjustableProcessor
{
    /// <summary>How long a peak counts, seconds: half a period of 50 Hz.</summary>
    internal const double PeakHoldSeconds = 0.01;

    private readonly DynamicsGain _gain;

    /// <summary>An expander.</summary>
    public ExpanderProcessor(ExpanderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _gain = new DynamicsGain(Shape(settings), PeakHoldSeconds);
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
        return Shape(settings).ChangeDb(levelDb);
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames) =>
        _gain.Prepare(sampleRateHz, channelCount, maxBlockFrames);

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not ExpanderSettings own)
        {
            return false;
        }

        _gain.Adjust(Shape(own));
        return true;
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block) => _gain.Process(block);

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset() => _gain.Reset();

    [RealtimeSafe]
    private static DynamicsShape Shape(ExpanderSettings settings) => new(
        new GainCurve(settings.ThresholdDb, 1 - settings.Ratio, settings.KneeDb),
        Side: -1,
        -settings.RangeDb,
        MakeupDb: 0,
        GrowMs: settings.ReleaseMs,
        ShrinkMs: settings.AttackMs,
        settings.Detection);
}
