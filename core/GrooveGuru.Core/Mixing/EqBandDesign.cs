using System.Numerics;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Mixing;

/// <summary>The second-order sections that a band of the EQ becomes.</summary>
/// <remarks>
/// The bilinear transform of the Cookbook squeezes bells and shelves together below the Nyquist frequency. Where that shows, a
/// band is made of two or three sections whose power response is that of the analogue model with its frequency put in as a
/// <see cref="FrequencyMap"/>: exact but for the map's own error, and minimum phase. No paper's design; the idea of matching the
/// power response over φ is that of Vicanek 2016, "Matched second order digital filters".
/// </remarks>
internal static class EqBandDesign
{
    private const double GoodEnoughDb = 0.02;
    private const double HighestHz = 20000;
    private const double RealTolerance = 1e-9;

    /// <summary>The sections of a band: as few as stay within 0.02 dB of the analogue model, or the closest there are.</summary>
    /// <param name="band">The band; passes are the Cookbook's.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is not positive, or there is no such band.</exception>
    internal static BiquadCoefficients[] Sections(EqBand band, double sampleRateHz)
    {
        BiquadCoefficients[] best = [Cookbook(band, sampleRateHz)];
        if (!band.HasGain)
        {
            return best;
        }

        AnalogueBand analogue = AnalogueBand.For(band);
        double bestDb = DeviationDb(best, band, analogue, sampleRateHz);
        foreach (FrequencyMap map in FrequencyMap.All)
        {
            if (bestDb <= GoodEnoughDb)
            {
                break;
            }

            BiquadCoefficients[] sections = Matched(band, analogue, map, sampleRateHz);
            double deviationDb = DeviationDb(sections, band, analogue, sampleRateHz);
            if (deviationDb < bestDb)
            {
                (best, bestDb) = (sections, deviationDb);
            }
        }

        return best;
    }

    private static BiquadCoefficients Cookbook(EqBand band, double sampleRateHz) => band.Kind switch
    {
        EqBandKind.Bell => BiquadCoefficients.Bell(band.FrequencyHz, band.Q, band.GainDb, sampleRateHz),
        EqBandKind.LowShelf => BiquadCoefficients.LowShelf(band.FrequencyHz, band.Q, band.GainDb, sampleRateHz),
        EqBandKind.HighShelf => BiquadCoefficients.HighShelf(band.FrequencyHz, band.Q, band.GainDb, sampleRateHz),
        EqBandKind.HighPass => BiquadCoefficients.HighPass(band.FrequencyHz, band.Q, sampleRateHz),
        EqBandKind.LowPass => BiquadCoefficients.LowPass(band.FrequencyHz, band.Q, sampleRateHz),
        _ => throw new ArgumentOutOfRangeException(nameof(band), band.Kind, "There is no such band."),
    };

    private static BiquadCoefficients[] Matched(EqBand band, AnalogueBand analogue, FrequencyMap map, double sampleRateHz)
    {
        // The map's own value at the band's frequency, where it is true, puts the band exactly there.
        double cycles = band.FrequencyHz / sampleRateHz;
        double unit = cycles < FrequencyMap.Top ? map.Value(cycles) : Math.Pow(Math.PI * cycles, 2);
        (double First, double Second)[] zeros = Factors(analogue.Numerator, map, unit);
        (double First, double Second)[] poles = Factors(analogue.Denominator, map, unit);
        double gain = Math.Sqrt(analogue.Numerator[0] / analogue.Denominator[0]);
        var sections = new BiquadCoefficients[poles.Length];
        for (int section = 0; section < sections.Length; section++)
        {
            (double b1, double b2) = zeros[section];
            (double a1, double a2) = poles[section];
            double scale = (1 + a1 + a2) / (1 + b1 + b2) * (section == 0 ? gain : 1);
            sections[section] = new(scale, scale * b1, scale * b2, a1, a2);
        }

        return sections;
    }

    // The factors 1 + first z⁻¹ + second z⁻² of a power response, those nearest to DC first.
    private static (double First, double Second)[] Factors(double[] quadratic, FrequencyMap map, double unit)
    {
        var factors = new List<(double First, double Second)>();
        var reals = new List<double>();
        Complex root = Complex.Sqrt((quadratic[1] * quadratic[1]) - (4 * quadratic[0] * quadratic[2]));
        if (root.Imaginary != 0)
        {
            // The other root's points are the conjugates of this one's.
            Complex x = (-quadratic[1] + root) / (2 * quadratic[2]);
            factors.AddRange(map.PointsAt(unit * x).Select(Conjugates));
        }
        else
        {
            // Both are negative: the product is positive and the power nowhere 0.
            double larger = (-quadratic[1] - root.Real) / (2 * quadratic[2]);
            foreach (double x in new[] { larger, quadratic[0] / quadratic[2] / larger })
            {
                Complex[] points = map.PointsAt(unit * x);
                factors.AddRange(points.Where(z => z.Imaginary > RealTolerance).Select(Conjugates));
                reals.AddRange(points.Where(z => Math.Abs(z.Imaginary) <= RealTolerance).Select(z => z.Real));
            }
        }

        reals.Sort();
        for (int i = 0; i + 1 < reals.Count; i += 2)
        {
            factors.Add((-(reals[i] + reals[i + 1]), reals[i] * reals[i + 1]));
        }

        return [.. factors.OrderBy(factor => 1 + factor.First + factor.Second)];
    }

    private static (double First, double Second) Conjugates(Complex z) =>
        (-2 * z.Real, (z.Real * z.Real) + (z.Imaginary * z.Imaginary));

    private static double DeviationDb(BiquadCoefficients[] sections, EqBand band, AnalogueBand analogue, double sampleRateHz)
    {
        double topHz = Math.Min(HighestHz, FrequencyMap.Top * sampleRateHz);
        double worstDb = 0;
        foreach (double hz in ProbesHz(band, topHz))
        {
            double x = hz / band.FrequencyHz;
            double madeDb = sections.Sum(section => section.MagnitudeDb(hz, sampleRateHz));
            worstDb = Math.Max(worstDb, Math.Abs(madeDb - analogue.MagnitudeDb(x * x)));
        }

        return worstDb;
    }

    // Everywhere, and more closely where the band is steep.
    private static IEnumerable<double> ProbesHz(EqBand band, double topHz)
    {
        const int ProbeCount = 48;
        for (int i = 0; i <= ProbeCount; i++)
        {
            yield return 20 * Math.Pow(topHz / 20, (double)i / ProbeCount);
            double nearHz = band.FrequencyHz * Math.Pow(2, ((double)i / ProbeCount * 4) - 2);
            double steepHz = band.FrequencyHz * Math.Pow(2, (((double)i / ProbeCount * 4) - 2) / band.Q);
            yield return Math.Min(nearHz, topHz);
            yield return Math.Min(steepHz, topHz);
        }
    }
}
