using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Core.Features;

/// <summary>What a mixing engineer reads daily beside the 36 features.</summary>
public sealed record ExtendedMeasures
{
    /// <summary>Loudness and true peak.</summary>
    public required LoudnessMeasures Loudness { get; init; }

    /// <summary>Share of energy in each of <see cref="TonalBalanceBands"/>, 0–1, sum 1; empty for silence.</summary>
    public required IReadOnlyList<double> TonalBalance { get; init; }

    /// <summary>Samples at or above full scale, in runs of two or more, over all channels.</summary>
    public required long ClippedSamples { get; init; }

    /// <summary>Mean of all samples, linear; the channel with the largest offset.</summary>
    public required double DcOffset { get; init; }

    /// <summary>Samples that were NaN, infinite or beyond <see cref="Audio.FiniteSamples.GreatestMagnitude"/> and were taken as silence.</summary>
    public required long NonFiniteSamples { get; init; }

    /// <summary>Estimated beat times, s; empty where there is no pulse.</summary>
    public required IReadOnlyList<double> BeatsSeconds { get; init; }

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1: whether a kick is heard; null where nothing sounds there.</summary>
    public double? LowEndPercussiveShare { get; init; }
}
