using GrooveGuru.Core.Form;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Rhythm;
using GrooveGuru.Core.Tonality;

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

    /// <summary>Where something begins to sound, s.</summary>
    public IReadOnlyList<double> OnsetsSeconds { get; init; } = [];

    /// <summary>The beats that begin a bar, s; empty where there is no pulse or no meter.</summary>
    public IReadOnlyList<double> DownbeatsSeconds { get; init; } = [];

    /// <summary>Beats in a bar; null where there is no pulse.</summary>
    public MeterEstimate? Meter { get; init; }

    /// <summary>How far the tuning lies from A = 440 Hz, cents, −50…50; null where there are no clear pitches.</summary>
    public double? TuningCents { get; init; }

    /// <summary>The chords, without gaps from first to last; empty where there are no clear pitches.</summary>
    public IReadOnlyList<ChordSegment> Chords { get; init; } = [];

    /// <summary>The sections of the form, without gaps; empty where the audio is too short for a form.</summary>
    public IReadOnlyList<SectionSegment> Sections { get; init; } = [];

    /// <summary>Level of the quietest passages that are not digital silence, dBFS RMS; null where there is none.</summary>
    public double? NoiseFloorDbfs { get; init; }

    /// <summary>The stereo field in each of <see cref="TonalBalanceBands"/>; empty for one channel.</summary>
    public IReadOnlyList<BandStereo> BandStereo { get; init; } = [];
}
