using System.Numerics.Tensors;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>How far audio lies from a clean track, in the one respect that a fault harms. Level alone never counts, but for faults of level.</summary>
public sealed class FaultDistance
{
    private readonly AudioBuffer _clean;
    private readonly CancellationToken _cancellationToken;
    private readonly Lazy<Dynamics?> _dynamics;
    private readonly Lazy<StereoImage?> _image;
    private readonly Lazy<ThirdOctaveSpectrum> _spectrum;
    private readonly Lazy<double[]> _decayDb;

    /// <summary>Distances from one clean track; each measure of it is made once, when it is first asked for.</summary>
    /// <param name="clean">The track without a fault, planar.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public FaultDistance(AudioBuffer clean, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clean);
        _clean = clean;
        _cancellationToken = cancellationToken;
        _dynamics = new(() => Dynamics.Of(clean, cancellationToken));
        _image = new(() => StereoImage.Of(clean, cancellationToken));
        _spectrum = new(() => ThirdOctaveSpectrum.Measure(clean, cancellationToken));
        _decayDb = new(() => BandContrast.Measure(clean, cancellationToken));
    }

    /// <summary>Distance of audio from a clean track.</summary>
    /// <param name="kind">The fault.</param>
    /// <param name="clean">The track without it, planar.</param>
    /// <param name="other">The track with it, or after a change; planar, as long as the clean one and in time with it.</param>
    /// <returns>As for <see cref="To"/>.</returns>
    public static double? Measure(FaultKind kind, AudioBuffer clean, AudioBuffer other) => new FaultDistance(clean).To(other, kind);

    /// <summary>Distance of audio from the clean track.</summary>
    /// <param name="other">The track with the fault, or after a change; planar, as long as the clean one and in time with it.</param>
    /// <param name="kind">The fault.</param>
    /// <returns>
    /// 0 for the same. Shelf, bells and rumble: RMS over third octaves of the level difference, dB, its mean taken out. Squeezed
    /// dynamics: mean of the differences of crest factor and of peak to loudness, dB. Clipping: RMS of the wave's error after the
    /// best gain over the clean RMS, linear. Width: difference of side over mid, linear. Polarity: difference of the channels'
    /// correlation. Reverb: RMS over octaves of the difference of loud and quiet moments (<see cref="BandContrast"/>), dB. Level:
    /// difference of loudness, LU. Null where it cannot be measured (silence).
    /// </returns>
    /// <exception cref="ArgumentException">The two differ in length, rate or channels.</exception>
    public double? To(AudioBuffer other, FaultKind kind)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.FrameCount != _clean.FrameCount || other.SampleRateHz != _clean.SampleRateHz || other.ChannelCount != _clean.ChannelCount)
        {
            throw new ArgumentException("It must have the length, rate and channels of the clean track.", nameof(other));
        }

        return kind switch
        {
            FaultKind.DullTop or FaultKind.MuddyLowMids or FaultKind.SubRumble or FaultKind.HarshUpperMids =>
                SpectralDistance.Db(_spectrum.Value, ThirdOctaveSpectrum.Measure(other, _cancellationToken)),
            FaultKind.OverCompression => Dynamics.Of(other, _cancellationToken) is { } dynamics ? _dynamics.Value?.DistanceDb(dynamics) : null,
            FaultKind.Clipping => WaveError(other),
            FaultKind.NarrowImage or FaultKind.WideImage => StereoImage.Of(other, _cancellationToken) is { } image && _image.Value is { } clean
                ? Math.Abs(image.SideOverMid - clean.SideOverMid)
                : null,
            FaultKind.FlippedPolarity => StereoImage.Of(other, _cancellationToken)?.Correlation is { } correlation && _image.Value?.Correlation is { } clean
                ? Math.Abs(correlation - clean)
                : null,
            FaultKind.ReverbWash => BandContrast.DistanceDb(_decayDb.Value, BandContrast.Measure(other, _cancellationToken)),
            FaultKind.TooQuiet or FaultKind.TooLoud => Loudness(other) is { } lufs && Loudness(_clean) is { } clean ? Math.Abs(lufs - clean) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such fault."),
        };
    }

    /// <summary>What of the dynamics the fault took away, dB: above 0 where the other is more squeezed; null where it cannot be measured.</summary>
    internal double? SqueezeDb(AudioBuffer other) => Dynamics.Of(other, _cancellationToken) is { } dynamics ? _dynamics.Value?.LossDb(dynamics) : null;

    /// <summary>How much less alike the channels of the other are; null where it cannot be measured.</summary>
    internal double? CorrelationLoss(AudioBuffer other) => _image.Value?.Correlation - StereoImage.Of(other, _cancellationToken)?.Correlation;

    private double? Loudness(AudioBuffer audio) =>
        TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness, _cancellationToken).Extended.Loudness.IntegratedLufs;

    // The gain that brings the other nearest to the clean one is the projection of the one on the other.
    private double? WaveError(AudioBuffer other)
    {
        double clean = 0, both = 0, own = 0;
        for (int channel = 0; channel < other.ChannelCount; channel++)
        {
            clean += Product(_clean.Channels[channel], _clean.Channels[channel]);
            both += Product(_clean.Channels[channel], other.Channels[channel]);
            own += Product(other.Channels[channel], other.Channels[channel]);
        }

        return clean <= 0 || own <= 0 ? null : Math.Sqrt(Math.Max(0, clean - (both * both / own)) / clean);
    }

    // In stretches: the sum over a whole track in single precision would lose small errors.
    private static double Product(float[] first, float[] second)
    {
        const int Stretch = 1024;
        double sum = 0;
        for (int at = 0; at < first.Length; at += Stretch)
        {
            int count = Math.Min(Stretch, first.Length - at);
            sum += TensorPrimitives.Dot<float>(first.AsSpan(at, count), second.AsSpan(at, count));
        }

        return sum;
    }

    private sealed record Dynamics(double CrestDb, double PeakToLoudnessLu)
    {
        internal static Dynamics? Of(AudioBuffer audio, CancellationToken cancellationToken)
        {
            TrackAnalysis analysis = TrackAnalyzer.Analyze(audio, AnalysisScope.Level | AnalysisScope.Loudness, cancellationToken);
            LoudnessMeasures loudness = analysis.Extended.Loudness;
            return analysis.Features.Number(FeatureIds.CrestFactor) is { } crestDb && loudness.PeakToLoudnessLu is { } peakToLoudnessLu
                ? new Dynamics(crestDb, peakToLoudnessLu)
                : null;
        }

        internal double DistanceDb(Dynamics other) =>
            (Math.Abs(CrestDb - other.CrestDb) + Math.Abs(PeakToLoudnessLu - other.PeakToLoudnessLu)) / 2;

        internal double LossDb(Dynamics other) => (CrestDb - other.CrestDb + PeakToLoudnessLu - other.PeakToLoudnessLu) / 2;
    }

    private sealed record StereoImage(double SideOverMid, double? Correlation)
    {
        // A side without a middle: wider than anything that was mixed, and finite.
        private const double LeastMidShare = 1e-6;

        internal static StereoImage? Of(AudioBuffer audio, CancellationToken cancellationToken)
        {
            FeatureSet features = TrackAnalyzer.Analyze(audio, AnalysisScope.Stereo, cancellationToken).Features;
            return features.Number(FeatureIds.StereoWidth) is { } sideShare
                ? new StereoImage(Math.Sqrt(sideShare / Math.Max(1 - sideShare, LeastMidShare)), features.Number(FeatureIds.ChannelCorrelation))
                : null;
        }
    }
}
