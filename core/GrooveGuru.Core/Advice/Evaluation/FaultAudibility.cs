using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>Whether a fault that was made can be told from the clean track at all; decided without asking any adviser.</summary>
public static class FaultAudibility
{
    /// <summary>The least distance at which a fault counts as one, in the unit of <see cref="FaultDistance"/>.</summary>
    /// <param name="kind">The fault.</param>
    /// <returns>
    /// Spectrum: 0.3 dB, which is 1 dB over one octave of ten (√(3/30)): about the least broad change that is heard. Dynamics: 0.5
    /// dB. Clipping: 0.001, an error 60 dB under the track. Width: 0.02 of the mid, a side 34 dB below it. Correlation: 0.2, a track
    /// whose channels have something in common. Contrast: 0.5 dB. Level: 1 LU.
    /// </returns>
    public static double LeastDistance(FaultKind kind) => kind switch
    {
        FaultKind.DullTop or FaultKind.MuddyLowMids or FaultKind.SubRumble or FaultKind.HarshUpperMids => 0.3,
        FaultKind.OverCompression or FaultKind.ReverbWash => 0.5,
        FaultKind.Clipping => 0.001,
        FaultKind.NarrowImage or FaultKind.WideImage => 0.02,
        FaultKind.FlippedPolarity => 0.2,
        FaultKind.TooQuiet or FaultKind.TooLoud => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such fault."),
    };

    /// <summary>Whether the fault is one on this track.</summary>
    /// <param name="fromClean">Distances from the clean track.</param>
    /// <param name="faulty">The track with the fault.</param>
    /// <param name="kind">The fault.</param>
    /// <param name="distance">The distance between both as <see cref="FaultDistance.To"/> gives it; null is no fault.</param>
    /// <returns>
    /// False below the least distance, and where the change went the other way: a compressor that is too slow for a track makes its
    /// peaks stand out more, and a track whose channels worked against each other is mended by turning one over.
    /// </returns>
    public static bool IsFault(FaultDistance fromClean, AudioBuffer faulty, FaultKind kind, double? distance)
    {
        ArgumentNullException.ThrowIfNull(fromClean);
        ArgumentNullException.ThrowIfNull(faulty);
        double least = LeastDistance(kind);
        return distance >= least && kind switch
        {
            FaultKind.OverCompression => fromClean.SqueezeDb(faulty) >= least,
            FaultKind.FlippedPolarity => fromClean.CorrelationLoss(faulty) >= least,
            _ => true,
        };
    }
}
