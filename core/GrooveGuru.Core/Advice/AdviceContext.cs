using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>What a rule sees: the audio and its analysis, and every measure by its id. Nothing is measured before it is asked for.</summary>
public sealed class AdviceContext
{
    private readonly Func<TrackAnalysis> _analyze;
    private readonly CancellationToken _cancellationToken;
    private TrackAnalysis? _analysis;
    private ThirdOctaveSpectrum? _spectrum;
    private TonalBalanceDeviation? _balance;
    private MixCharacter? _character;

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
        _ => Analysis.Features.Number(measureId),
    };
}
