using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Separation;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Reports;

/// <summary>What lies at the edge of what is read goes the whole way: measures, report, parts, notes.</summary>
public class ExtremeInputTests
{
    [Theory]
    [InlineData(SampleRateLimits.MinHz, 0.9, 5)]
    [InlineData(SampleRateLimits.MinHz, 0.01, 5)]
    [InlineData(SampleRateLimits.MaxHz, 1.5, 3.2)]
    [InlineData(4000, 1e5, 4)]
    [InlineData(4000, 1e20, 4)]
    [InlineData(4000, 3e38, 4)]
    [InlineData(4000, double.NaN, 4)]
    public void Noise_OfAnyRateAndLevel_GoesTheWholeWay(int rateHz, double amplitude, double seconds)
    {
        AudioBuffer audio = Signals.Stereo(
            Signals.Noise(amplitude, seconds, rateHz, seed: 1), Signals.Noise(amplitude, seconds, rateHz, seed: 2), rateHz);

        TrackReport report = ReportBuilder.Build(audio, TrackAnalyzer.Analyze(audio));
        Assert.NotEmpty(report.Summary);
        foreach (Recommendation recommendation in report.Recommendations)
        {
            Assert.All(recommendation.Evidence, evidence => Assert.True(double.IsFinite(evidence.Before + evidence.After)));
            AssertFinite(ChainRenderer.Render(audio, recommendation.Chain));
        }

        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(audio);
        AssertFinite(parts.Harmonic);
        AssertFinite(parts.Percussive);
        Assert.All(MelodyTranscriber.Transcribe(audio).Notes, note => Assert.True(double.IsFinite(note.OnsetSeconds)));
    }

    private static void AssertFinite(AudioBuffer audio) =>
        Assert.True(audio.Channels.All(channel => channel.All(float.IsFinite)));
}
