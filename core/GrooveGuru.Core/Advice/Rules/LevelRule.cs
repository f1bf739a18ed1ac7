using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A track so quiet that the next stage works with noise, or so loud that nothing is left to mix with.</summary>
/// <remarks>
/// Working level -18 LUFS: 0 VU at -18 dBFS, EBU R 68 alignment. Quiet is 12 LU under it and more. Hot is over -7 LUFS: streaming
/// services turn it down to -14 (AES TD1008), with nothing won; a finished master at -14 … -8 is left alone.
/// </remarks>
public sealed class LevelRule : IAdviceRule
{
    /// <summary>Below this a track is too quiet, LUFS.</summary>
    public const double QuietLufs = -30;

    /// <summary>Above this a track is too loud, LUFS.</summary>
    public const double HotLufs = -7;

    /// <summary>Where a quiet track is brought, LUFS.</summary>
    public const double WorkingLufs = -18;

    /// <summary>Where a hot track is brought, LUFS.</summary>
    public const double DeliveryLufs = -14;

    // Between the two a track may well be a quiet part of its mix.
    private const double VeryQuietLufs = -36;
    private const double SmallestChangeDb = 3;

    /// <inheritdoc/>
    public string Id => "gain.level";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Measure(MeasureIds.IntegratedLufs) is not double lufs
            || context.Measure(MeasureIds.TruePeakDbtp) is not double truePeakDbtp
            || (lufs >= QuietLufs && lufs <= HotLufs))
        {
            return null;
        }

        bool quiet = lufs < QuietLufs;
        double headroomDb = TruePeakRule.SafeDbtp - truePeakDbtp;
        double changeDb = quiet ? Math.Min(WorkingLufs - lufs, headroomDb) : DeliveryLufs - lufs;
        changeDb = Math.Clamp(Math.Round(changeDb, 1), GainSettings.GainRangeDb.Min, GainSettings.GainRangeDb.Max);
        if (Math.Abs(changeDb) < SmallestChangeDb)
        {
            return null;
        }

        double threshold = quiet ? QuietLufs : HotLufs;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            priority: quiet && lufs > VeryQuietLufs ? 3 : 2,
            RuleConfidence.Of(Math.Abs(lufs - threshold), scale: 4),
            [
                RuleProposal.Because(
                    MeasureIds.IntegratedLufs,
                    lufs,
                    threshold,
                    quiet
                        ? "The track is so quiet that faders and processors after it work at the end of their range."
                        : "The track is so loud that there is no room left to mix with, and streaming services turn it down anyway."),
            ],
            lufs,
            new Tuning
            {
                MeasureId = MeasureIds.IntegratedLufs,
                Target = lufs + changeDb,
                MinAmount = Math.Abs(changeDb),
                MaxAmount = Math.Abs(changeDb),
                Step = 0.1,
                ChainFor = amountDb => [new GainSettings(quiet ? amountDb : -amountDb)],
            });
    }
}
