using GrooveGuru.Core.Advice.Signs;

namespace GrooveGuru.Core.Advice.Faults;

/// <summary>Which faults a stretch of audio seems to have, how surely, and how strong.</summary>
public sealed class Diagnosis
{
    private readonly Dictionary<FaultKind, (double Chance, double Amount)> _findings = [];

    private Diagnosis()
    {
    }

    /// <summary>Nothing was looked for.</summary>
    public static Diagnosis None { get; } = new();

    /// <summary>Looks for every fault of <see cref="FaultModel.Cases"/>.</summary>
    /// <param name="signs">What was measured.</param>
    public static Diagnosis Of(TrackSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        return Of(FaultModel.Shipped.LogOdds([.. signs.Values]));
    }

    /// <summary>How likely a fault is, 0–1; 0 for one that was not looked for.</summary>
    public double Chance(FaultKind kind) => _findings.GetValueOrDefault(kind).Chance;

    /// <summary>
    /// How strong a fault would be if it is there, in the unit of <see cref="FaultCase.Amount"/>: the mean over its strengths by their
    /// chances; 0 for one that was not looked for. A side that is gone counts as 24 dB down, a wall as 16:1.
    /// </summary>
    public double Amount(FaultKind kind) => _findings.GetValueOrDefault(kind).Amount;

    /// <summary>A diagnosis from the model's answers.</summary>
    /// <param name="logOdds">Of each of <see cref="FaultModel.Cases"/>.</param>
    internal static Diagnosis Of(IReadOnlyList<double> logOdds)
    {
        var diagnosis = new Diagnosis();
        foreach (IGrouping<FaultKind, int> cases in Enumerable.Range(0, logOdds.Count).GroupBy(at => FaultModel.Cases[at].Kind))
        {
            // The chance of this strength or more cannot rise with the strength.
            double[] orMore = [.. cases.Select(at => 1 / (1 + Math.Exp(-logOdds[at])))];
            for (int strength = 1; strength < orMore.Length; strength++)
            {
                orMore[strength] = Math.Min(orMore[strength], orMore[strength - 1]);
            }

            double[] amounts = [.. cases.Select(at => Finite(FaultModel.Cases[at]))];
            double amount = amounts[0];
            for (int strength = 1; strength < orMore.Length; strength++)
            {
                amount += (amounts[strength] - amounts[strength - 1]) * orMore[strength] / Math.Max(orMore[0], 1e-9);
            }

            diagnosis._findings.Add(cases.Key, (orMore[0], amount));
        }

        return diagnosis;
    }

    private static double Finite(FaultCase fault) => fault.Kind switch
    {
        FaultKind.NarrowImage when double.IsInfinity(fault.Amount) => -24,
        FaultKind.OverCompression when fault.Amount == 0 => 16,
        _ => fault.Amount,
    };
}
