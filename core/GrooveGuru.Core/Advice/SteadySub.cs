using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice;

/// <summary>How much of what lies below 45 Hz never rests: rumble goes on between the notes.</summary>
internal static class SteadySub
{
    private const double FrameSeconds = 0.17;
    private const double LowestHz = 25;
    private const double HighestHz = 40;
    private const double QuietShare = 0.1;

    // The power of noise in this band over such a frame, windowed, has about six degrees of freedom: its lowest tenth lies at 0.36 of its mean.
    private const double LowestTenthOfNoise = 0.36;

    /// <summary>Power that is there even in the quietest tenth of the frames, over all power of the band.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>0–1; 0 for silence.</returns>
    internal static double Share(AudioBuffer audio, CancellationToken cancellationToken)
    {
        BandFrames frames = BandFrames.Measure(audio, FrameSeconds, 2, 3, LowestHz, HighestHz, cancellationToken);
        double[] powers = [.. Enumerable.Range(0, frames.FrameCount).Select(
            frame => Enumerable.Range(0, frames.BandCount).Sum(band => (double)frames.Power(frame, band))).Order()];
        double mean = powers.DefaultIfEmpty(0).Average();
        return mean > 0 ? Math.Min(1, LevelStatistics.Percentile(powers, QuietShare) / LowestTenthOfNoise / mean) : 0;
    }
}
