using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A single track whose level jumps so far that parts of it get lost in the mix.</summary>
/// <remarks>
/// Threshold: 3 LU over the loudness range of nine tenths of the development tracks of its role (<see cref="RoleNorms"/>). Attack by
/// role, so that consonants, plucks and hammers pass; release an eighth note, so that the gain is back for the next one.
/// </remarks>
public sealed class UnevenLevelRule : IAdviceRule
{
    private const double OverNormLu = 3;
    private const double LeastRoleConfidence = 0.5;
    private const double MinDurationSeconds = 15;
    private const double UsualBpm = 100;
    private const double KneeDb = 6;
    private const double MostMoreRatio = 5;
    private const double Confidence = 0.25;
    private const double MostCrestLostDb = 2;

    // Loud moments lie this far over the threshold on average: enough to bring them towards the quiet ones.
    private const double UnderLoudnessDb = 10;

    /// <inheritdoc/>
    public string Id => "compression.uneven_level";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (AttackMs(context.Role) is not double attackMs
            || context.RoleConfidence < LeastRoleConfidence
            || context.Analysis.DurationSeconds < MinDurationSeconds
            || RoleNorms.Of(context.Role, MeasureIds.RangeLu) is not RoleNorm norm
            || context.Measure(MeasureIds.RangeLu) is not double rangeLu
            || rangeLu < norm.High + OverNormLu
            || context.Measure(MeasureIds.IntegratedLufs) is not double lufs
            || context.Measure(FeatureIds.CrestFactor) is not double crestDb
            || RoleNorms.Of(context.Role, FeatureIds.CrestFactor) is not RoleNorm crestNorm)
        {
            return null;
        }

        double bpm = context.TempoBpm is double measured and > 0 ? measured : UsualBpm;
        double releaseMs = Math.Round(Math.Clamp(NoteLength.Ms(NoteValue.Eighth, bpm), 60, 400));
        double thresholdDb = CompressorSettings.ThresholdRangeDb.Clamp(Math.Round(lufs - UnderLoudnessDb));
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Compression,
            priority: 3,
            Confidence,
            [
                RuleProposal.Because(
                    MeasureIds.RangeLu,
                    rangeLu,
                    norm.High + OverNormLu,
                    "Its loud and quiet moments lie further apart than on most tracks of its kind: the quiet ones get lost in the mix."),
            ],
            rangeLu,
            new Tuning
            {
                MeasureId = MeasureIds.RangeLu,
                Target = Math.Max(norm.High, rangeLu - 6),
                MinAmount = 0.5,
                MaxAmount = MostMoreRatio,
                Step = 0.25,
                Guards = [new Guard(FeatureIds.CrestFactor, Min: Math.Min(crestNorm.Low, crestDb - MostCrestLostDb))],
                ChainFor = more => [new CompressorSettings(thresholdDb, 1 + more, attackMs, releaseMs, KneeDb, 0, LevelDetection.Rms)],
            });
    }

    private static double? AttackMs(TrackRole role) => role switch
    {
        TrackRole.Vocal => 5,
        TrackRole.Lead => 10,
        TrackRole.Keys or TrackRole.Guitar => 15,
        TrackRole.Bass => 20,
        _ => null,
    };
}
