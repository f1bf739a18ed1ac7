using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Reports;

/// <summary>What plots of a change show: spectrum, level over time and the stereo field, before and after.</summary>
/// <param name="SpectrumHz">Middles of third octaves, Hz.</param>
/// <param name="SpectrumBeforeDb">Level of each before, dB over full scale.</param>
/// <param name="SpectrumAfterDb">Level of each after.</param>
/// <param name="MomentaryBeforeLufs">Loudness of the last 400 ms before, LUFS, every 100 ms.</param>
/// <param name="MomentaryAfterLufs">The same after.</param>
/// <param name="BandStereoBefore">The stereo field by band before; empty for one channel.</param>
/// <param name="BandStereoAfter">The same after.</param>
public sealed record BeforeAfter(
    IReadOnlyList<double> SpectrumHz,
    IReadOnlyList<double> SpectrumBeforeDb,
    IReadOnlyList<double> SpectrumAfterDb,
    IReadOnlyList<float> MomentaryBeforeLufs,
    IReadOnlyList<float> MomentaryAfterLufs,
    IReadOnlyList<BandStereo> BandStereoBefore,
    IReadOnlyList<BandStereo> BandStereoAfter)
{
    private const double LeastPower = 1e-14;

    /// <summary>Measures both.</summary>
    /// <param name="before">Planar audio.</param>
    /// <param name="after">The same audio after a change.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BeforeAfter Measure(AudioBuffer before, AudioBuffer after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ThirdOctaveSpectrum spectrumBefore = ThirdOctaveSpectrum.Measure(before, cancellationToken);
        ThirdOctaveSpectrum spectrumAfter = ThirdOctaveSpectrum.Measure(after, cancellationToken);
        TrackAnalysis was = TrackAnalyzer.Analyze(before, AnalysisScope.Loudness | AnalysisScope.Detail, cancellationToken);
        TrackAnalysis became = TrackAnalyzer.Analyze(after, AnalysisScope.Loudness | AnalysisScope.Detail, cancellationToken);
        return new BeforeAfter(
            spectrumBefore.CentresHz,
            LevelsDb(spectrumBefore),
            LevelsDb(spectrumAfter),
            was.Series.MomentaryLufs,
            became.Series.MomentaryLufs,
            was.Extended.BandStereo,
            became.Extended.BandStereo);
    }

    private static double[] LevelsDb(ThirdOctaveSpectrum spectrum)
    {
        double[] power = [.. spectrum.CentresHz.Select((_, band) => spectrum.Power(band))];
        return Array.ConvertAll(power, value => 10 * Math.Log10(Math.Max(value, LeastPower)));
    }
}
