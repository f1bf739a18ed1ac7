using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>How far the band of an answer lies from the exact inverse of the band that made the fault.</summary>
/// <param name="GainDb">|gain of the answer + gain of the fault|, dB.</param>
/// <param name="Octaves">|log₂| of the quotient of both frequencies.</param>
public sealed record ParameterError(double GainDb, double Octaves)
{
    /// <summary>Compares an answer with a fault that is a shelf or a bell.</summary>
    /// <param name="answer">A recommendation that answers the fault, see <see cref="FaultAnswer"/>.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>
    /// The error of the band that is meant for the fault: of the fault's shape where there is one that works against it, of another
    /// shape otherwise; among several the nearest in frequency. Null for faults that are no shelf or bell, and where no band with a
    /// gain works against it (a pass, or a whole curve tilted).
    /// </returns>
    public static ParameterError? Measure(Recommendation answer, InjectedFault fault)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.FrequencyHz is not { } faultHz)
        {
            return null;
        }

        EqBandKind shape = fault.Case.Kind == FaultKind.DullTop ? EqBandKind.HighShelf : EqBandKind.Bell;
        EqBand? band = answer.Chain.OfType<ParametricEqSettings>()
            .SelectMany(eq => eq.Bands)
            .Where(candidate => candidate.HasGain && candidate.GainDb * fault.Case.Amount < 0)
            .OrderBy(candidate => candidate.Kind == shape ? 0 : 1)
            .ThenBy(candidate => Octaves(candidate))
            .FirstOrDefault();
        return band is null ? null : new ParameterError(Math.Abs(band.GainDb + fault.Case.Amount), Octaves(band));

        double Octaves(EqBand candidate) => Math.Abs(Math.Log2(candidate.FrequencyHz / faultHz));
    }
}
