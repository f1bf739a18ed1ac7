using System.Numerics.Tensors;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>Makes one fault on a clean track.</summary>
/// <remarks>
/// Frequencies that the catalogue leaves open, and the seed of the noise, come from the track's name, so that the same track always
/// has the same fault. Squeezed dynamics are brought back to the loudness they had: only the squeezing is the fault.
/// </remarks>
public static class FaultInjector
{
    /// <summary>Tempo from which on a track is fast, BPM.</summary>
    public const double FastBpm = 110;

    /// <summary>Width under which there is no side to take away or to raise, 0–1.</summary>
    public const double LeastWidth = 0.002;

    private const double WallDriveDb = 12;
    private const double SqueezedUnderLoudestDb = 15;

    /// <summary>The track with the fault.</summary>
    /// <param name="track">A clean track.</param>
    /// <param name="fault">What is to go wrong.</param>
    /// <param name="otherwise">Whether what the catalogue leaves open is to be otherwise than the fault model learnt it: other corners, widths, times, rooms.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null where the fault cannot be made: no side to lose, one channel, no fast tempo.</returns>
    public static InjectedFault? Inject(CleanTrack track, FaultCase fault, bool otherwise = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(fault);
        uint hash = Hash($"{track.Name}/{fault.Kind}");
        bool hasSide = track.Audio.ChannelCount == 2 && track.Analysis.Features.Number(FeatureIds.StereoWidth) > LeastWidth;
        FaultShape shape = otherwise ? FaultShape.Other(hash) : FaultShape.Learnt(hash);
        return fault.Kind switch
        {
            FaultKind.DullTop => Equalised(EqBandKind.HighShelf, shape.ShelfHz, shape.ShelfQ),
            FaultKind.MuddyLowMids => Equalised(EqBandKind.Bell, shape.MudHz, shape.MudQ),
            FaultKind.HarshUpperMids => Equalised(EqBandKind.Bell, shape.HarshHz, shape.HarshQ),
            FaultKind.SubRumble => new(fault, Rumble.Add(track.Audio, fault.Amount, hash)),
            FaultKind.OverCompression => new(fault, Squeezed()),
            FaultKind.Clipping => new(fault, Clipped()),
            FaultKind.NarrowImage or FaultKind.WideImage when hasSide => new(fault, Rendered(
                new StereoWidthSettings(Math.Min(StereoWidthSettings.WidthRangePercent.Max, 100 * Math.Pow(10, fault.Amount / 20)), 0))),
            FaultKind.FlippedPolarity when track.Audio.ChannelCount == 2 => new(fault, Rendered(new StereoWidthSettings(100, 0, InvertRight: true))),
            FaultKind.ReverbWash when track.Analysis.Features.Number(FeatureIds.Tempo) >= FastBpm => new(fault, Rendered(shape.Room with { MixPercent = fault.Amount })),
            FaultKind.TooQuiet or FaultKind.TooLoud => new(fault, Rendered(new GainSettings(fault.Amount))),
            _ => null,
        };

        AudioBuffer Rendered(params ProcessorSettings[] chain) => ChainRenderer.Render(track.Audio, chain, cancellationToken);

        InjectedFault Equalised(EqBandKind kind, double frequencyHz, double q) =>
            new(fault, Rendered(new ParametricEqSettings([new EqBand(kind, frequencyHz, fault.Amount, q)])), frequencyHz);

        AudioBuffer Squeezed()
        {
            double peakDb = track.Analysis.Extended.Loudness.TruePeakDbtp ?? 0;
            ProcessorSettings squeeze = fault.Amount > 0
                ? new CompressorSettings(
                    CompressorSettings.ThresholdRangeDb.Clamp(peakDb - SqueezedUnderLoudestDb), fault.Amount, shape.SqueezeAttackMs, shape.SqueezeReleaseMs, 6, 0)
                : new LimiterSettings(LimiterSettings.CeilingRangeDbtp.Clamp(peakDb - WallDriveDb), 60, 0);
            return AtLoudness(Rendered(squeeze), track.Analysis.Extended.Loudness.IntegratedLufs, cancellationToken);
        }

        AudioBuffer Clipped()
        {
            double driveDb = fault.Amount - (track.Analysis.Extended.Loudness.TruePeakDbtp ?? 0);
            AudioBuffer driven = Rendered(new GainSettings(GainSettings.GainRangeDb.Clamp(driveDb)));
            foreach (float[] samples in driven.Channels)
            {
                TensorPrimitives.Min(samples, 1f, samples);
                TensorPrimitives.Max(samples, -1f, samples);
            }

            return driven;
        }
    }

    private static AudioBuffer AtLoudness(AudioBuffer audio, double? lufs, CancellationToken cancellationToken)
    {
        double? now = TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness, cancellationToken).Extended.Loudness.IntegratedLufs;
        return now is null || lufs is null
            ? audio
            : ChainRenderer.Render(audio, [new GainSettings(GainSettings.GainRangeDb.Clamp(lufs.Value - now.Value))], cancellationToken);
    }

    // FNV-1a: the same on every machine and in every run.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
