namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Where the long bands lie.</summary>
internal static class DrumBands
{
    /// <summary>The middle of each band, Hz [<see cref="DrumFraming.LongBands"/>].</summary>
    public static IReadOnlyList<double> CentresHz { get; } =
    [
        .. new BandSpectrum(DrumFraming.LongSamples, DrumFraming.LongBands).CentresBins
            .Select(bin => bin * DrumFraming.SampleRateHz / DrumFraming.LongSamples),
    ];

    /// <summary>The power that a stroke adds between two frequencies, against the reference.</summary>
    public static double AddedPower(Stroke stroke, double lowHz, double highHz)
    {
        double sum = 0;
        for (int band = 0; band < DrumFraming.LongBands; band++)
        {
            if (CentresHz[band] >= lowHz && CentresHz[band] <= highHz && stroke.Rises[band] > 0)
            {
                sum += Math.Pow(10, stroke.Levels[band]) - Math.Pow(10, stroke.Levels[band] - stroke.Rises[band]);
            }
        }

        return sum;
    }
}
