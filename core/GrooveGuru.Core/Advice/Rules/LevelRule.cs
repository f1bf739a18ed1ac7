using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A track so quiet that the next stage works with noise, or so loud that nothing is left to mix with.</summary>
/// <remarks>
/// Working level -18 LUFS: 0 VU at -18 dBFS, EBU R 68 alignment. What is limited as a finished master is (a loud one with peaks just
/// under full scale) is left alone, unless it is over -7 LUFS: streaming services turn that down to -14 (AES TD1008), with nothing won.
/// How sure: <see cref="LevelChance"/>.
/// </remarks>
public sealed class LevelRule : IAdviceRule
{
    /// <summary>Above this any track is too loud, LUFS.</summary>
    public const double HotLufs = -7;

    /// <summary>Where a track is brought, LUFS.</summary>
    public const double WorkingLufs = -18;

    /// <summary>Where a track over <see cref="HotLufs"/> is brought, LUFS.</summary>
    public const double DeliveryLufs = -14;

    private const double SmallestChangeDb = 3;
    private const double SurelyHot = 0.9;

    /// <inheritdoc/>
    public string Id => "gain.level";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Measure(MeasureIds.IntegratedLufs) is not double lufs
            || context.Measure(MeasureIds.TruePeakDbtp) is not double truePeakDbtp)
        {
            return null;
        }

        bool isHot = lufs > HotLufs;
        double toWorkingDb = Math.Min(WorkingLufs - lufs, TruePeakRule.SafeDbtp - truePeakDbtp);
        double changeDb = isHot ? DeliveryLufs - lufs : toWorkingDb;
        bool quiet = changeDb > 0;
        double chance = isHot ? SurelyHot : quiet ? LevelChance.TooQuiet(changeDb) : LevelChance.TooLoud(lufs, truePeakDbtp);
        changeDb = Math.Clamp(Math.Round(changeDb, 1), GainSettings.GainRangeDb.Min, GainSettings.GainRangeDb.Max);
        if (chance < Suspicion.LeastChance || Math.Abs(changeDb) < SmallestChangeDb)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            new Suspicion(quiet ? FaultKind.TooQuiet : FaultKind.TooLoud, chance, changeDb).Priority(isGrave: truePeakDbtp > 0),
            chance,
            [
                RuleProposal.Because(
                    MeasureIds.IntegratedLufs,
                    lufs,
                    isHot ? HotLufs : WorkingLufs,
                    quiet
                        ? "The track is so quiet that faders and processors after it work at the end of their range."
                        : "The track is so loud that there is no room left to mix with."),
                .. (quiet || truePeakDbtp > TruePeakRule.SafeDbtp
                    ? [RuleProposal.Because(
                        MeasureIds.TruePeakDbtp,
                        truePeakDbtp,
                        TruePeakRule.SafeDbtp,
                        quiet ? "Its peaks leave that much room." : "Its peaks lie over what is safe to deliver, too.")]
                    : Array.Empty<Reason>()),
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
