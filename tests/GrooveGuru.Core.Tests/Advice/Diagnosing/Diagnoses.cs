using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Core.Tests.Advice.Diagnosing;

/// <summary>Diagnoses with chances of choice.</summary>
internal static class Diagnoses
{
    /// <summary>Log odds of the model's classes at which cases have the chances given, and a clean track the rest.</summary>
    internal static double[] LogOdds(params (string CaseId, double Chance)[] cases)
    {
        double clean = 1 - cases.Sum(made => made.Chance);
        return
        [
            Math.Log(clean),
            .. FaultModel.Cases.Select(known => Math.Log(Math.Max(1e-12, cases.FirstOrDefault(made => made.CaseId == known.Id).Chance))),
        ];
    }

    /// <summary>A diagnosis by such log odds, of a slow track.</summary>
    internal static Diagnosis Of(params (string CaseId, double Chance)[] cases) => Diagnosis.Of(LogOdds(cases), isFast: false);

    /// <summary>The same of a fast track.</summary>
    internal static Diagnosis OfFast(params (string CaseId, double Chance)[] cases) => Diagnosis.Of(LogOdds(cases), isFast: true);
}
