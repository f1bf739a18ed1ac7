using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>A track without a fault, brought to working level, and what of it decides which faults can be made.</summary>
/// <param name="Name">What it is called; decides where between 3 and 5 kHz and the like a fault lies.</param>
/// <param name="Audio">The audio, planar.</param>
/// <param name="Analysis">What is measured on it.</param>
public sealed record CleanTrack(string Name, AudioBuffer Audio, TrackAnalysis Analysis)
{
    /// <summary>Loudness that a track is brought to, LUFS: 0 VU at −18 dBFS, EBU R 68.</summary>
    public const double WorkingLufs = -18;

    /// <summary>True peak that it keeps under, dBTP.</summary>
    public const double HighestPeakDbtp = -1;

    /// <summary>
    /// Brings a track to working level, or as near as its peaks let it: whether 6 dB more are a fault depends on where one begins.
    /// Balance, dynamics and stereo image stay as they are.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="audio">The audio, planar.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The track; null where its loudness cannot be measured (silence, less than 400 ms).</returns>
    public static CleanTrack? Stage(string name, AudioBuffer audio, CancellationToken cancellationToken = default)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness, cancellationToken);
        if (analysis.Extended.Loudness is not { IntegratedLufs: double lufs, TruePeakDbtp: double peakDbtp })
        {
            return null;
        }

        double gainDb = GainSettings.GainRangeDb.Clamp(Math.Min(WorkingLufs - lufs, HighestPeakDbtp - peakDbtp));
        AudioBuffer staged = ChainRenderer.Render(audio, [new GainSettings(gainDb)], cancellationToken);
        return new CleanTrack(name, staged, TrackAnalyzer.Analyze(staged, AnalysisScope.All, cancellationToken));
    }
}
