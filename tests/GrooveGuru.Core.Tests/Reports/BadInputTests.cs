using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Tests.Advice;

namespace GrooveGuru.Core.Tests.Reports;

/// <summary>What is no mix: the report gives advice that holds for it, or says why there is none.</summary>
public class BadInputTests
{
    private const int RateHz = 44100;

    // Rules that compare with the balance and the dynamics of a whole mix.
    private static readonly string[] OfMixes = ["eq.low_end_build_up", "spatial.low_end_width", "compression.wide_dynamics"];

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(4)]
    public void Build_OneDrumHit_SaysNothingThatNeedsMusic(double seconds)
    {
        TrackReport report = Build(Hit(seconds));
        Assert.True(report.Recommendations.Count > 0 || report.NotJudgedReason is not null || seconds >= MixCharacterJudge.MinDurationSeconds);
        Assert.All(report.Recommendations, given =>
        {
            Assert.DoesNotContain(given.Id, OfMixes);
            Assert.NotEmpty(given.Evidence);
            Assert.All(given.Evidence, evidence => Assert.True(double.IsFinite(evidence.Before + evidence.After)));
        });
    }

    [Fact]
    public void Build_LessThanThreeSeconds_RestsNothingOnADiagnosis() => Assert.All(
        Build(new AudioBuffer([.. HealthyMix.Copy().Channels.Select(samples => samples[..(2 * RateHz)])], RateHz)).Recommendations,
        given => Assert.DoesNotContain(given.Because, reason =>
            reason.FeatureId.StartsWith("chance_", StringComparison.Ordinal) || reason.FeatureId.StartsWith("estimate_", StringComparison.Ordinal)));

    [SharedFact]
    public void Build_Voice_IsNotTreatedAsAMix()
    {
        TrackReport report = Build(SharedAdviceTests.Read("real/vocadito_10.wav"));
        Assert.Null(report.NotJudgedReason);
        Assert.All(report.Recommendations, given =>
        {
            Assert.Equal(3, given.Priority);
            Assert.DoesNotContain(given.Id, OfMixes);
            Assert.NotEqual(RecommendationDomain.Spatial, given.Domain); // it has one channel
        });
    }

    private static TrackReport Build(AudioBuffer audio) => ReportBuilder.Build(audio, TrackAnalyzer.Analyze(audio, AdviceTests.Scope));

    // A kick, then nothing.
    private static AudioBuffer Hit(double seconds)
    {
        var samples = new float[(int)(seconds * RateHz)];
        for (int i = 0; i < samples.Length; i++)
        {
            double at = (double)i / RateHz;
            samples[i] = (float)(0.8 * Math.Sin(2 * Math.PI * 60 * at) * Math.Exp(-at / 0.08));
        }

        return Signals.Mono(samples, RateHz);
    }
}
