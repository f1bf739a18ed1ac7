using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A voice, a lead or a guitar without any room around it.</summary>
/// <remarks>
/// Dry is what has a deeper gap between its notes than nine tenths of the development tracks of its role (<see cref="RoleNorms"/>).
/// Times follow the tempo and how densely it is played, as engineers do (Izhaki 2017, Mixing Audio, chapters on delay and reverb):
/// pre-delay a sixty-fourth of a bar's whole note, so that consonants and attacks stay clear; decay two beats for sparse playing, one for dense;
/// an echo of a dotted eighth instead where there are less than two notes a second and the tempo is sure. An idea rather than a
/// fault, hence its low confidence.
/// </remarks>
public sealed class DrySourceRule : IAdviceRule
{
    private const double LeastRoleConfidence = 0.5;
    private const double SureTempo = 0.6;
    private const double UsualBpm = 100;
    private const double SparsePerSecond = 2;
    private const double DensePerSecond = 5;
    private const double FilledDb = 3;
    private const double LowCutHz = 200;
    private const double HighCutHz = 8000;
    private const double PreDelayBeats = 1.0 / 16;

    /// <inheritdoc/>
    public string Id => "temporal.dry_source";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Role is not (TrackRole.Vocal or TrackRole.Lead or TrackRole.Guitar)
            || context.RoleConfidence < LeastRoleConfidence
            || RoleNorms.Of(context.Role, MeasureIds.GapContrastDb) is not RoleNorm norm
            || context.Measure(MeasureIds.GapContrastDb) is not double contrastDb
            || contrastDb <= norm.High
            || context.Measure(FeatureIds.OnsetDensity) is not double perSecond)
        {
            return null;
        }

        FeatureValue? tempo = context.Analysis.Features.Find(FeatureIds.Tempo);
        bool isSure = tempo is { Value: > 0 } && tempo.Confidence >= SureTempo;
        double bpm = isSure ? tempo!.Value!.Value : UsualBpm;
        bool echo = isSure && perSecond < SparsePerSecond;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Temporal,
            priority: 3,
            RuleConfidence.OfIdea,
            [
                RuleProposal.Because(
                    MeasureIds.GapContrastDb, contrastDb, norm.High, $"Nothing rings between the notes: the sound stands dry in front of everything else. {Times(bpm, isSure, echo)}"),
                RuleProposal.Because(
                    FeatureIds.OnsetDensity, perSecond, echo ? SparsePerSecond : DensePerSecond, "How densely it is played decides how long a tail may be."),
            ],
            contrastDb,
            new Tuning
            {
                MeasureId = MeasureIds.GapContrastDb,
                Target = Math.Max(norm.Median, contrastDb - FilledDb),
                MinAmount = 2,
                MaxAmount = 25,
                Step = 1,
                ChainFor = mixPercent => [echo ? Echo(bpm, mixPercent) : Room(bpm, perSecond, mixPercent)],
            });
    }

    private static string Times(double bpm, bool isSure, bool echo) => echo
        ? FormattableString.Invariant($"At {bpm:0} BPM a dotted eighth is {NoteLength.Ms(NoteValue.DottedEighth, bpm):0} ms.")
        : FormattableString.Invariant(
            $"At {bpm:0} BPM{(isSure ? "" : " (a usual tempo; this one is unsure)")} a beat is {NoteLength.Ms(NoteValue.Quarter, bpm):0} ms, and a sixty-fourth {PreDelayMs(bpm):0} ms.");

    private static double PreDelayMs(double bpm) => PreDelayBeats * NoteLength.Ms(NoteValue.Quarter, bpm);

    private static ReverbSettings Room(double bpm, double perSecond, double mixPercent)
    {
        double beats = perSecond < DensePerSecond ? 2 : 1;
        double decaySeconds = ReverbSettings.DecayRangeSeconds.Clamp(Math.Round(beats * NoteLength.Ms(NoteValue.Quarter, bpm) / 100) / 10);
        return new ReverbSettings(decaySeconds, 0.6, 5000, 40, Math.Round(PreDelayMs(bpm)), LowCutHz, HighCutHz, 100, mixPercent);
    }

    private static StereoDelaySettings Echo(double bpm, double mixPercent)
    {
        double ms = Math.Round(NoteLength.Ms(NoteValue.DottedEighth, bpm));
        return new StereoDelaySettings(ms, ms, 25, LowCutHz, HighCutHz, PingPong: false, mixPercent);
    }
}
