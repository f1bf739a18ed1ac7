using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A fault that the diagnosis takes for possible, and what a recommendation that rests on it has in common with others.</summary>
/// <param name="Kind">The fault.</param>
/// <param name="Chance">How likely it is, 0–1: the confidence of the recommendation.</param>
/// <param name="Amount">How strong it would be, in the unit of <see cref="FaultCase.Amount"/>.</param>
internal sealed record Suspicion(FaultKind Kind, double Chance, double Amount)
{
    /// <summary>From here on a fault is worth a word.</summary>
    internal const double LeastChance = 0.12;

    // The likeliest few are, even where nothing is likely: they are what to compare by ear first.
    private const double LeastOfLikeliest = 0.05;
    private const int Likeliest = 3;

    /// <summary>From here on a fault is rather there than not.</summary>
    internal const double Likely = Recommendation.LikelyConfidence;

    /// <summary>From here on a grave fault is to be fixed first.</summary>
    internal const double Sure = 0.8;

    /// <summary>What the diagnosis says of a fault.</summary>
    /// <returns>Null where it is hardly likely, or nothing could be diagnosed.</returns>
    internal static Suspicion? Of(AdviceContext context, FaultKind kind)
    {
        double chance = context.Diagnosis.Chance(kind);
        return chance >= LeastChance || (chance >= LeastOfLikeliest && context.Diagnosis.Rank(kind) <= Likeliest)
            ? new Suspicion(kind, chance, context.Diagnosis.Amount(kind))
            : null;
    }

    /// <summary>1 fix first, 2 worth doing, 3 a matter of taste.</summary>
    /// <param name="isGrave">Whether it harms the track wherever it is played.</param>
    internal int Priority(bool isGrave) => Chance >= Sure && isGrave ? 1 : Chance >= Likely ? 2 : 3;

    /// <summary>How likely it is as the cause; how strong it would be is an estimate, and called so.</summary>
    /// <param name="meaning">What it does to a listener, one sentence.</param>
    internal Reason Because(string meaning) => RuleProposal.Because(
        MeasureIds.Chance(Kind), Chance, Chance >= LeastChance ? LeastChance : LeastOfLikeliest, $"{meaning} {Estimate}");

    // How strong it would be is no measurement.
    private string Estimate => Kind switch
    {
        FaultKind.SubRumble => FormattableString.Invariant($"If so, it lies about {-Amount:0} dB under the track."),
        FaultKind.OverCompression => FormattableString.Invariant($"If so, about as a ratio of {Amount:0}:1 does."),
        FaultKind.ReverbWash => FormattableString.Invariant($"If so, about as {Amount:0} % of reverb does."),
        _ => FormattableString.Invariant($"If so, by about {Math.Abs(Amount):0} dB."),
    };

    /// <summary>After the change the fault must not seem likelier.</summary>
    internal Guard NotMore() => new(MeasureIds.Chance(Kind), Max: Chance);
}
