using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>What the catalogue leaves open of a fault: where its bands lie, how wide they are, which room it is.</summary>
/// <param name="ShelfHz">Corner of the dull top, Hz.</param>
/// <param name="ShelfQ">Its Q.</param>
/// <param name="MudHz">Middle of the muddy low mids, Hz.</param>
/// <param name="MudQ">Their Q.</param>
/// <param name="HarshHz">Middle of the harsh upper mids, Hz.</param>
/// <param name="HarshQ">Their Q.</param>
/// <param name="SqueezeAttackMs">Attack of the compressor, ms.</param>
/// <param name="SqueezeReleaseMs">Release of the compressor, ms.</param>
/// <param name="Room">The reverb, dry.</param>
internal sealed record FaultShape(
    double ShelfHz, double ShelfQ, double MudHz, double MudQ, double HarshHz, double HarshQ, double SqueezeAttackMs, double SqueezeReleaseMs, ReverbSettings Room)
{
    private static readonly double[] ShelvesHz = [4000, 5000, 6300];
    private static readonly double[] HarshMiddlesHz = [3000, 3500, 4000, 5000];
    private static readonly double[] OtherShelvesHz = [2500, 3200, 8000];
    private static readonly double[] OtherShelfQs = [0.5, 0.9];
    private static readonly double[] OtherMudHz = [190, 230, 390, 460];
    private static readonly double[] OtherMudQs = [0.7, 1.6];
    private static readonly double[] OtherHarshHz = [2300, 2700, 5600, 6300];
    private static readonly double[] OtherHarshQs = [0.8, 2];
    private static readonly double[] OtherDecaySeconds = [1.5, 5];

    /// <summary>As the fault model learnt them. The compressor's attack is the quickest there is: a slower one lets attacks through and turns down what follows, so that drums get more dynamic by it.</summary>
    /// <param name="hash">Chooses among several.</param>
    internal static FaultShape Learnt(uint hash) => new(
        Of(ShelvesHz, hash), 0.71, 300, 1, Of(HarshMiddlesHz, hash), 1.2, 0.1, 80, new ReverbSettings(3, 0.7, 6000, 70, 0, 20, 20000, 100, 0));

    /// <summary>Otherwise than the fault model learnt them.</summary>
    /// <param name="hash">Chooses among several.</param>
    internal static FaultShape Other(uint hash) => new(
        Of(OtherShelvesHz, hash),
        Of(OtherShelfQs, hash >> 3),
        Of(OtherMudHz, hash),
        Of(OtherMudQs, hash >> 3),
        Of(OtherHarshHz, hash),
        Of(OtherHarshQs, hash >> 3),
        0.5,
        200,
        new ReverbSettings(Of(OtherDecaySeconds, hash), 0.4, 3500, 40, 25, 120, 9000, 100, 0));

    private static double Of(double[] values, uint hash) => values[hash % values.Length];
}
