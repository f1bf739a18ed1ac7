using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Reports;

/// <summary>Audio before and after a change, equally loud, so that ears judge the change and not its level.</summary>
/// <param name="Before">The audio as it was, planar.</param>
/// <param name="After">The audio after the change, planar, in time with it.</param>
/// <param name="DifferenceLu">Integrated loudness of after over before, LU; null where there is no loudness to compare.</param>
public sealed record ListeningPair(AudioBuffer Before, AudioBuffer After, double? DifferenceLu)
{
    /// <summary>The highest true peak of either, dBTP: a converter is not to clip on what is only for listening.</summary>
    public const double CeilingDbtp = -0.1;

    private const double CloseEnoughLu = 0.02;
    private const int MaxSteps = 4;

    /// <summary>Makes two versions equally loud; where one would rise over the ceiling, both are turned down alike, and nothing is limited.</summary>
    /// <param name="before">The audio as it was; not changed.</param>
    /// <param name="after">The audio after the change; not changed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ListeningPair Match(AudioBuffer before, AudioBuffer after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (double? lufs, double? peakBeforeDbtp) = Measure(before, cancellationToken);
        (double? lufsAfter, double? peakAfterDbtp) = Measure(after, cancellationToken);

        // The gates of the measure are not quite linear: once or twice more brings it there.
        for (int step = 0; step < MaxSteps && lufs - lufsAfter is double missingLu && Math.Abs(missingLu) > CloseEnoughLu; step++)
        {
            after = Scaled(after, missingLu);
            (lufsAfter, peakAfterDbtp) = Measure(after, cancellationToken);
        }

        double overDb = Math.Max(peakBeforeDbtp ?? CeilingDbtp, peakAfterDbtp ?? CeilingDbtp) - CeilingDbtp;
        return overDb > 0
            ? new ListeningPair(Scaled(before, -overDb), Scaled(after, -overDb), lufsAfter - lufs)
            : new ListeningPair(before, after, lufsAfter - lufs);
    }

    private static (double? Lufs, double? TruePeakDbtp) Measure(AudioBuffer audio, CancellationToken cancellationToken)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness, cancellationToken);
        return (analysis.Extended.Loudness.IntegratedLufs, analysis.Extended.Loudness.TruePeakDbtp);
    }

    private static AudioBuffer Scaled(AudioBuffer audio, double gainDb)
    {
        float gain = (float)Math.Pow(10, gainDb / 20);
        return new AudioBuffer(
            [
                .. audio.Channels.Select(samples =>
                {
                    var scaled = new float[samples.Length];
                    TensorPrimitives.Multiply(samples, gain, scaled);
                    return scaled;
                }),
            ],
            audio.SampleRateHz);
    }
}
