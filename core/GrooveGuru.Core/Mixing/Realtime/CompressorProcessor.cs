using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Feed-forward compressor: the louder channel's level in dB, a gain computer with a quadratic knee, and one smoother on the
/// gain change with separate times for growing and shrinking. Look-ahead 0.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6).</remarks>
public sealed class CompressorProcessor : IAdjustableProcessor
{
    // No range of level reaches it.
    private const double NoFloorDb = -1000;

    private readonly DynamicsGain _gain;

    /// <summary>A compressor.</summary>
    public CompressorProcessor(CompressorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _gain = new DynamicsGain(Shape(settings), peakHoldSeconds: 0);
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
        return Shape(settings).ChangeDb(levelDb);
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames) =>
        _gain.Prepare(sampleRateHz, channelCount, maxBlockFrames);

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not CompressorSettings own)
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
    private static DynamicsShape Shape(CompressorSettings settings) => new(
        new GainCurve(settings.ThresholdDb, (1 / settings.Ratio) - 1, settings.KneeDb),
        Side: 1,
        NoFloorDb,
        settings.MakeupDb,
        settings.AttackMs,
        settings.ReleaseMs,
        settings.Detection);
}
