using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice;

/// <summary>How much of the lows never rests: rumble goes on between the notes.</summary>
/// <param name="Sub">Of what lies from 22 to 45 Hz, 0–1.</param>
/// <param name="Bass">Of the octave above, 0–1.</param>
/// <param name="UpperBass">Of the octave above that, 0–1.</param>
internal sealed record SteadyLows(double Sub, double Bass, double UpperBass)
{
    /// <summary>Where the sub bass ends, Hz.</summary>
    internal const double SubToHz = 45;

    /// <summary>Up to here it is measured, Hz.</summary>
    internal const double HighestHz = 180;

    private const double FrameSeconds = 0.17;
    private const int BandsPerOctave = 3;
    private const double QuietShare = 0.1;

    // The power of noise from 25 to 45 Hz over such a frame, windowed, has about six degrees of freedom: its lowest tenth lies at 0.36 of its
    // mean. That of a wider band lies higher, so that there rather too much than too little counts as steady.
    private const double LowestTenthOfNoise = 0.36;

    /// <summary>Power that is there even in the quietest tenth of the frames, over all power of each band.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>All 0 for silence.</returns>
    internal static SteadyLows Measure(AudioBuffer audio, CancellationToken cancellationToken)
    {
        // Third octaves from 25 Hz: three, three and three.
        BandFrames frames = BandFrames.Measure(audio, FrameSeconds, 2, BandsPerOctave, 25, 160, cancellationToken);
        return new(Share(0), Share(BandsPerOctave), Share(2 * BandsPerOctave));

        double Share(int fromBand)
        {
            double[] powers = [.. Enumerable.Range(0, frames.FrameCount)
                .Select(frame => Enumerable.Range(fromBand, BandsPerOctave).Sum(band => (double)frames.Power(frame, band))).Order()];
            double mean = powers.DefaultIfEmpty(0).Average();
            return mean > 0 ? Math.Min(1, LevelStatistics.Percentile(powers, QuietShare) / LowestTenthOfNoise / mean) : 0;
        }
    }

    /// <summary>The share at a frequency; 0 above what is measured.</summary>
    internal double At(double hz) => hz < SubToHz ? Sub : hz < 2 * SubToHz ? Bass : hz < HighestHz ? UpperBass : 0;
}
