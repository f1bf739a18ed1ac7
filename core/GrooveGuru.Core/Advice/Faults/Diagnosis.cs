using GrooveGuru.Core.Advice.Signs;

namespace GrooveGuru.Core.Advice.Faults;

/// <summary>Which faults a stretch of audio seems to have, how surely, and how strong.</summary>
public sealed class Diagnosis
{
    // Of the tracks that the model learnt from this share is fast; on the others reverb was never a fault.
    private const double FastShare = 0.4;

    private const int AmountSteps = 48;
    private const double MostLeft = 0.42;

    private readonly Dictionary<FaultKind, (double Chance, double Amount)> _findings = [];

    private Diagnosis()
    {
    }

    /// <summary>Nothing was looked for.</summary>
    public static Diagnosis None { get; } = new();

    /// <summary>Looks for every fault of <see cref="FaultModel.Cases"/>.</summary>
    /// <param name="signs">What was measured.</param>
    /// <param name="isFast">Whether the track is so fast that reverb can wash it out.</param>
    public static Diagnosis Of(TrackSigns signs, bool isFast)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return Of(FaultModel.Shipped.LogOdds([.. signs.Values]), isFast);
    }

    /// <summary>How likely a fault is, 0–1; 0 for one that was not looked for.</summary>
    public double Chance(FaultKind kind) => _findings.GetValueOrDefault(kind).Chance;

    /// <summary>1 for the likeliest fault, 2 for the next.</summary>
    public int Rank(FaultKind kind) => 1 + _findings.Values.Count(finding => finding.Chance > Chance(kind));

    /// <summary>
    /// How strong a fault would be if it is there, in the unit of <see cref="FaultCase.Amount"/>; 0 for one that was not looked for. It
    /// is the amount whose inverse most likely takes back more than half of the fault and does not turn it into its opposite. A side
    /// that is gone counts as 24 dB down, a wall as 16:1. Of rumble, the mean.
    /// </summary>
    public double Amount(FaultKind kind) => _findings.GetValueOrDefault(kind).Amount;

    /// <summary>A diagnosis from the model's answers.</summary>
    /// <param name="logOdds">Of each class.</param>
    /// <param name="isFast">Whether reverb can be a fault.</param>
    internal static Diagnosis Of(IReadOnlyList<double> logOdds, bool isFast)
    {
        var diagnosis = new Diagnosis();
        double[] chances = FaultModel.Chances([.. logOdds.Select((odds, at) =>
            at == 0 || FaultModel.Cases[at - 1].Kind != FaultKind.ReverbWash ? odds
            : isFast ? odds - Math.Log(FastShare)
            : double.NegativeInfinity)]);
        foreach (IGrouping<FaultKind, int> cases in Enumerable.Range(0, FaultModel.Cases.Count).GroupBy(at => FaultModel.Cases[at].Kind))
        {
            double chance = cases.Sum(at => chances[at + 1]);
            (double Amount, double Chance)[] strengths = [.. cases.Select(at => (
                Finite(FaultModel.Cases[at]),
                chances[at + 1] / (FaultModel.Cases[at].Strength == FaultStrength.Weak ? FaultModel.WeakWeight : 1)))];
            diagnosis._findings.Add(cases.Key, (chance, cases.Key == FaultKind.SubRumble ? MeanAmount(strengths) : SafestAmount(cases.Key, strengths)));
        }

        return diagnosis;
    }

    // A level over the track, of which no half can be taken.
    private static double MeanAmount((double Amount, double Chance)[] strengths) =>
        strengths.Sum(strength => strength.Amount * strength.Chance) / Math.Max(1e-12, strengths.Sum(strength => strength.Chance));

    // The amount that most likely undoes more than half; of equally good ones that next to the mean.
    private static double SafestAmount(FaultKind kind, (double Amount, double Chance)[] strengths)
    {
        double mean = MeanAmount(strengths);
        (double best, double most) = (mean, -1);
        for (int step = 0; step <= AmountSteps; step++)
        {
            double tried = strengths[0].Amount + ((strengths[^1].Amount - strengths[0].Amount) * step / AmountSteps);
            double undone = strengths.Sum(strength => Undoes(kind, tried, strength.Amount) ? strength.Chance : 0);
            bool isBetter = undone > most + 1e-9 || (undone > most - 1e-9 && Math.Abs(tried - mean) < Math.Abs(best - mean));
            (best, most) = isBetter ? (tried, undone) : (best, most);
        }

        return best;
    }

    // Less than half is left, with some room for a frequency that is not quite right. Sides add up as amplitudes, the rest in decibels.
    private static bool Undoes(FaultKind kind, double tried, double amount)
    {
        if (kind != FaultKind.NarrowImage)
        {
            return Math.Abs(tried - amount) <= MostLeft * Math.Abs(amount);
        }

        double side = Math.Pow(10, amount / 20);
        return Math.Abs(1 - (side * Math.Pow(10, -tried / 20))) <= MostLeft * (1 - side);
    }

    private static double Finite(FaultCase fault) => fault.Kind switch
    {
        FaultKind.NarrowImage when double.IsInfinity(fault.Amount) => -24,
        FaultKind.OverCompression when fault.Amount == 0 => 16,
        _ => fault.Amount,
    };
}
