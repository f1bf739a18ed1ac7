using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice;

/// <summary>What a rule sees: the audio and its analysis, and every measure by its id. Nothing is measured before it is asked for.</summary>
public sealed class AdviceContext
{
    private const double FairChance = 0.15;

    // A silent channel lies far under the other one, and not infinitely far.
    private const double SilentEnergy = 1e-9;

    private readonly Func<TrackAnalysis> _analyze;
    private readonly CancellationToken _cancellationToken;
    private TrackAnalysis? _analysis;
    private ThirdOctaveSpectrum? _spectrum;
    private TonalBalanceDeviation? _balance;
    private MixCharacter? _character;
    private Diagnosis? _diagnosis;
    private SteadyLows? _steadyLows;
    private double[]? _contrastDb;

    /// <summary>What has to be measured for a diagnosis.</summary>
    internal const AnalysisScope DiagnosisScope = AnalysisScope.Level | AnalysisScope.Loudness | AnalysisScope.Stereo;

    /// <summary>Audio that is already analysed.</summary>
    public AdviceContext(AudioBuffer audio, TrackAnalysis analysis, CancellationToken cancellationToken = default)
        : this(audio, () => analysis, cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(analysis);
    }

    /// <summary>Audio that is analysed when an analysed value is asked for.</summary>
    public AdviceContext(AudioBuffer audio, Func<TrackAnalysis> analyze, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analyze);
        Audio = audio;
        _analyze = analyze;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The audio, planar.</summary>
    public AudioBuffer Audio { get; }

    /// <summary>What was measured.</summary>
    public TrackAnalysis Analysis => _analysis ??= _analyze();

    /// <summary>The long-term spectrum.</summary>
    public ThirdOctaveSpectrum Spectrum => _spectrum ??= ThirdOctaveSpectrum.Measure(Audio, _cancellationToken);

    /// <summary>The spectrum against the reference.</summary>
    public TonalBalanceDeviation Balance => _balance ??= new TonalBalanceDeviation(Spectrum);

    /// <summary>How much of the lows never rests.</summary>
    internal SteadyLows SteadyLows => _steadyLows ??= SteadyLows.Measure(Audio, _cancellationToken);

    /// <summary>Which faults it seems to have, of the loudest stretch; <see cref="Faults.Diagnosis.None"/> for what is too short or silent.</summary>
    public Diagnosis Diagnosis { get => _diagnosis ??= Diagnose(); internal init => _diagnosis = value; }

    /// <summary>What the track is in its song.</summary>
    public TrackRole Role { get; init; }

    /// <summary>
    /// Whether the balance of a mix may be asked of it: it has the octaves of one, and may be one by its role. A fault of the balance
    /// makes a mix look like a single track, so that a fair chance is enough.
    /// </summary>
    public bool IsFullMix => Character == MixCharacter.FullMix
        && (Role is TrackRole.FullMix or TrackRole.Unknown || FullMixChance >= FairChance);

    /// <summary>How likely it is a mix of several tracks, 0–1.</summary>
    public double FullMixChance { get; init; }

    /// <summary>How sure the role is, 0–1.</summary>
    public double RoleConfidence { get; init; }

    /// <summary>Tempo, BPM; null where it is not known. Given where only a part of the measures is made, else from the analysis.</summary>
    public double? TempoBpm { get => field ?? Analysis.Features.Number(FeatureIds.Tempo); init; }

    /// <summary>What kind of material it is.</summary>
    public MixCharacter Character => _character ??= MixCharacterJudge.Judge(Analysis, Balance);

    /// <summary>A measure by its id, one of <see cref="MeasureIds"/> or of <see cref="FeatureIds"/>.</summary>
    /// <returns>Its value; null where it cannot be measured or is not known.</returns>
    public double? Measure(string measureId) => measureId switch
    {
        MeasureIds.IntegratedLufs => Analysis.Extended.Loudness.IntegratedLufs,
        MeasureIds.TruePeakDbtp => Analysis.Extended.Loudness.TruePeakDbtp,
        MeasureIds.PeakToLoudnessLu => Analysis.Extended.Loudness.PeakToLoudnessLu,
        MeasureIds.RangeLu => Analysis.Extended.Loudness.RangeLu,
        MeasureIds.ClippedSamples => Analysis.Extended.ClippedSamples,
        MeasureIds.LowEndExcessDb => Balance.MeanDb(40, 160),
        MeasureIds.LowMidExcessDb => Balance.MeanDb(160, 410),
        MeasureIds.BrightnessExcessDb => Balance.MeanDb(4400, 14000),
        MeasureIds.HarshnessExcessDb => Balance.MeanDb(2200, 5100)
            - ((Balance.MeanDb(550, 1700) + Balance.MeanDb(6000, 14000)) / 2),
        MeasureIds.LowEndPercussiveShare => Analysis.Extended.LowEndPercussiveShare,
        MeasureIds.LowEndSideShare => Audio.ChannelCount == 2 ? Spectrum.SideShare(20, 120) : null,
        MeasureIds.SubLevelDb => Ratio(Spectrum.Power(22, 45), Spectrum.Power(22, 20000)),
        MeasureIds.OvertonesDb => Ratio(Spectrum.Power(250, 1600), Spectrum.Power(22, 20000)),
        MeasureIds.DcOffsetDbfs => 20 * Math.Log10(Math.Max(1e-6, Math.Abs(Analysis.Extended.DcOffset))),
        MeasureIds.GapContrastDb => (_contrastDb ??= BandContrast.Measure(Audio, _cancellationToken)).Average(),
        MeasureIds.ChannelBalanceDb => Audio.ChannelCount == 2
            ? Ratio(Energy(Audio.Channel(0)) + SilentEnergy, Energy(Audio.Channel(1)) + SilentEnergy)
            : null,
        _ when MeasureIds.ChanceOf(measureId) is FaultKind likely => Diagnosis.Chance(likely),
        _ => Analysis.Features.Number(measureId),
    };

    private static double? Ratio(double power, double over) => power > 0 && over > 0 ? 10 * Math.Log10(power / over) : null;

    private static double Energy(ReadOnlySpan<float> samples)
    {
        double energy = 0;
        foreach (float sample in samples)
        {
            double usable = FiniteSamples.OrSilence(sample);
            energy += usable * usable;
        }

        return energy;
    }

    private Diagnosis Diagnose()
    {
        if (Audio.DurationSeconds < MixCharacterJudge.MinDurationSeconds
            || Analysis.Extended.Loudness.IntegratedLufs is null
            || SoundingTime.Seconds(Audio) < MixCharacterJudge.MinSoundingSeconds)
        {
            return Diagnosis.None;
        }

        Excerpt excerpt = Excerpt.Loudest(Audio);
        TrackAnalysis levels = excerpt.IsWholeTrack ? Analysis : TrackAnalyzer.Analyze(excerpt.Audio, DiagnosisScope, _cancellationToken);
        return Diagnosis.Of(TrackSigns.Measure(excerpt.Audio, levels, _cancellationToken), isFast: TempoBpm >= ReverbWashRule.FastBpm);
    }
}
