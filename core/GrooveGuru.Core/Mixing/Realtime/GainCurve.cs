using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The static curve of compressors and expanders: nothing, a quadratic bend, a line.</summary>
/// <param name="ThresholdDb">Where the corner would be without a knee, dBFS.</param>
/// <param name="Slope">Change of gain over distance beyond the threshold.</param>
/// <param name="KneeDb">Width of the bend, dB; 0 is a corner.</param>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6), equation 4.</remarks>
internal readonly record struct GainCurve(double ThresholdDb, double Slope, double KneeDb)
{
    /// <summary>The change of gain for a level this far beyond the threshold, dB.</summary>
    /// <param name="beyondDb">Distance to the side that is acted on, dB; below 0 on the other side.</param>
    [RealtimeSafe]
    internal double ChangeDb(double beyondDb)
    {
        if (2 * beyondDb <= -KneeDb)
        {
            return 0;
        }

        if (2 * beyondDb < KneeDb)
        {
            double intoKneeDb = beyondDb + (KneeDb / 2);
            return Slope * intoKneeDb * intoKneeDb / (2 * KneeDb);
        }

        return Slope * beyondDb;
    }

    /// <summary>A curve on the way from this one to another.</summary>
    [RealtimeSafe]
    internal GainCurve Towards(GainCurve other, double share) => new(
        ThresholdDb + (share * (other.ThresholdDb - ThresholdDb)),
        Slope + (share * (other.Slope - Slope)),
        KneeDb + (share * (other.KneeDb - KneeDb)));
}
