using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A Butterworth high-pass that takes rumble away and leaves the music.</summary>
/// <param name="CornerHz">Where it lets half of the power pass, Hz.</param>
/// <param name="Qs">Q of each of its sections of 12 dB per octave.</param>
/// <param name="SubCutDb">By how much the level from 22 to 45 Hz is expected to fall, dB, above 0.</param>
internal sealed record RumbleFilter(double CornerHz, IReadOnlyList<double> Qs, double SubCutDb)
{
    private const double SubFromHz = 22;
    private const double HighestCornerHz = 200;
    private const int CornersPerOctave = 12;

    // Noise that never rests is measured as 0.7 to 1 of all: from 0.8 on it may be all of it.
    private const double AllSteadyShare = 0.8;
    private const double LeastMusicShare = 1e-3;

    // Above the sub bass rumble falls like what carries it, in third octaves about so.
    private const double FallDbPerOctave = 21;
    private const double AtMost = 2;
    private const double FadeDbPerOctave = 24;

    // A steeper filter rings longer: it has to be that much better.
    private const double SteeperIsWorth = 1.05;

    // Butterworth, of 24, 36 and 48 dB per octave.
    private static readonly double[][] Orders = [[0.541, 1.307], [0.518, 0.707, 1.932], [0.510, 0.601, 0.900, 2.563]];

    /// <summary>The filter after which the spectrum lies nearest to that of the music alone.</summary>
    /// <param name="spectrum">What is there.</param>
    /// <param name="steady">How much of it never rests.</param>
    /// <returns>The lowest one where all take more than they give; null where nothing is there.</returns>
    internal static RumbleFilter? Choose(ThirdOctaveSpectrum spectrum, SteadyLows steady)
    {
        double[] hz = [.. spectrum.CentresHz];
        double[] all = [.. hz.Select((_, band) => spectrum.Power(band))];
        double[] music = Music(hz, all, steady);
        double[] musicDb = [.. music.Select(Db)];
        if (!double.IsFinite(musicDb.Max()))
        {
            return null;
        }

        double[] floorDb = AudibleFloor.Db(musicDb);
        RumbleFilter? best = null;
        double least = double.PositiveInfinity;
        foreach (double[] qs in Orders)
        {
            for (double cornerHz = SubFromHz; cornerHz <= HighestCornerHz; cornerHz *= Math.Pow(2, 1.0 / CornersPerOctave))
            {
                double distance = Distance(cornerHz, qs);
                if (distance * SteeperIsWorth < least)
                {
                    (least, best) = (distance, new RumbleFilter(Math.Round(cornerHz), qs, 0));
                }
            }
        }

        return best is null ? null : best with { SubCutDb = SubCut(best) };

        double Distance(double cornerHz, double[] qs) => hz.Select((_, band) =>
            Math.Max(Db(all[band] * Gain(cornerHz, qs.Length, hz[band])), floorDb[band]) - Math.Max(musicDb[band], floorDb[band])).Sum(db => db * db);

        double SubCut(RumbleFilter filter)
        {
            int[] sub = [.. Enumerable.Range(0, hz.Length).Where(band => hz[band] is >= SubFromHz and < SteadyLows.SubToHz)];
            return Db(sub.Sum(band => all[band])) - Db(sub.Sum(band => all[band] * Gain(filter.CornerHz, filter.Qs.Count, hz[band])));
        }
    }

    /// <summary>The filter with another corner, as bands of an equaliser.</summary>
    internal EqBand[] Bands(double cornerHz) => [.. Qs.Select(q => new EqBand(EqBandKind.HighPass, cornerHz, 0, q))];

    private static double[] Music(double[] hz, double[] all, SteadyLows steady)
    {
        double noiseShare = Math.Min(1, steady.Sub / AllSteadyShare);
        int subBands = hz.Count(centreHz => centreHz < SteadyLows.SubToHz);
        double rumble = noiseShare * all.Take(subBands).Max();
        var music = new double[hz.Length];
        for (int band = hz.Length - 1; band >= 0; band--)
        {
            if (hz[band] < SteadyLows.SubToHz)
            {
                // The lowest notes fade downwards; that much may lie under the rumble.
                double faded = band + 1 < hz.Length ? music[band + 1] * Math.Pow(10, -FadeDbPerOctave * Math.Log2(hz[band + 1] / hz[band]) / 10) : 0;
                music[band] = Math.Max((1 - noiseShare) * all[band], Math.Min(all[band], faded));
            }
            else
            {
                // No more of it can be noise than never rests.
                double noise = Math.Min(
                    AtMost * rumble * Math.Pow(10, -FallDbPerOctave * Math.Log2(hz[band] / SteadyLows.SubToHz) / 10), steady.At(hz[band]) * all[band]);
                music[band] = Math.Max(all[band] - noise, LeastMusicShare * all[band]);
            }
        }

        return music;
    }

    private static double Gain(double cornerHz, int sections, double hz) => 1 / (1 + Math.Pow(cornerHz / hz, 4 * sections));

    private static double Db(double power) => 10 * Math.Log10(power);
}
