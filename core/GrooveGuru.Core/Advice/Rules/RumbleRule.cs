using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Noise below what is played: footsteps, traffic, air conditioning, a shaken stand.</summary>
/// <remarks>
/// By the diagnosis: it goes on in the rests, and does not move with what is played. The remedy is a Butterworth high-pass under the
/// music: of 24 dB per octave (two bands) and as low as it may be, until as much is gone down there as never rests; of 36 dB per octave
/// where nothing else is down there.
/// </remarks>
public sealed class RumbleRule : IAdviceRule
{
    private const double WorthADb = -30;
    private const double GraveDb = -16;
    private const double LowestHz = 25;
    private const double HighestHz = 125;
    private const double ValleyFromHz = 35;

    // 6 dB over the valley something is played; a higher corner would take it away.
    private const double MusicOverValley = 4;
    private const double SubFromHz = 22;
    private const double SubToHz = 45;

    // From this share on nothing else is down there, as well as it can be measured; then nearly all of it may go.
    private const double NothingElseShare = 0.8;
    private const double LeastLeft = 0.01;

    private static readonly double[] GentleQs = [0.541, 1.307];
    private static readonly double[] SteepQs = [0.518, 0.707, 1.932];

    /// <inheritdoc/>
    public string Id => "eq.rumble";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.SubRumble) is not Suspicion rumble
            || context.Measure(MeasureIds.SubLevelDb) is not double subDb
            || context.Measure(MeasureIds.SteadySubShare) is not double steadyShare
            || steadyShare <= 0)
        {
            return null;
        }

        double valleyHz = ValleyHz(context.Spectrum);
        double[] qs = steadyShare < NothingElseShare ? GentleQs : SteepQs;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            rumble.Priority(isGrave: rumble.Amount >= GraveDb),
            rumble.Chance,
            [rumble.Because(WorthADb, "Below what is played there is noise that never rests: it eats headroom and makes speakers and limiters work for nothing.")],
            subDb,
            new Tuning
            {
                MeasureId = MeasureIds.SubLevelDb,
                Target = subDb - Math.Min(RemovedDb(steadyShare), ReachDb(context.Spectrum, valleyHz, 2 * qs.Length)),
                MinAmount = steadyShare < NothingElseShare ? LowestHz : valleyHz,
                MaxAmount = valleyHz,
                Step = 1,
                Guards = [rumble.NotMore()],
                ChainFor = cornerHz => [new ParametricEqSettings(HighPass(cornerHz, qs))],
            });
    }

    // What goes when the rumble goes, and the music down there stays.
    private static double RemovedDb(double steadyShare) => -10 * Math.Log10(steadyShare < NothingElseShare ? 1 - steadyShare : LeastLeft);

    // No more is promised than a Butterworth high-pass takes away, which is little where the music begins low.
    private static double ReachDb(ThirdOctaveSpectrum spectrum, double cornerHz, int order)
    {
        (double before, double after) = (0, 0);
        foreach ((double hz, int band) in spectrum.CentresHz.Select((hz, band) => (hz, band)).Where(at => at.hz is >= SubFromHz and <= SubToHz))
        {
            before += spectrum.Power(band);
            after += spectrum.Power(band) / (1 + Math.Pow(cornerHz / hz, 2 * order));
        }

        return 10 * Math.Log10(before / after);
    }

    private static EqBand[] HighPass(double cornerHz, double[] qs) => [.. qs.Select(q => new EqBand(EqBandKind.HighPass, cornerHz, 0, q))];

    // Where rumble ends and music begins: the quietest third octave before the first that stands out over it.
    private static double ValleyHz(ThirdOctaveSpectrum spectrum)
    {
        (double valleyHz, double quietest) = (ValleyFromHz, double.PositiveInfinity);
        for (int band = 0; band < spectrum.CentresHz.Count && spectrum.CentresHz[band] <= HighestHz; band++)
        {
            if (spectrum.CentresHz[band] >= ValleyFromHz && spectrum.Power(band) > MusicOverValley * quietest)
            {
                break;
            }

            if (spectrum.CentresHz[band] >= ValleyFromHz && spectrum.Power(band) < quietest)
            {
                (valleyHz, quietest) = (spectrum.CentresHz[band], spectrum.Power(band));
            }
        }

        return Math.Round(valleyHz);
    }
}
