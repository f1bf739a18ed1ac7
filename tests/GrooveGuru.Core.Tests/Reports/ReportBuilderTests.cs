using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Tests.Advice;

namespace GrooveGuru.Core.Tests.Reports;

public class ReportBuilderTests
{
    private const int Rate = 44100;

    [Theory]
    [InlineData(0, 0, "Nothing could be judged: there is no audio.")]
    [InlineData(0, 4, "Nothing could be judged: only silence was heard.")]
    [InlineData(double.NaN, 4, "Nothing could be judged: no sample is a usable number.")]
    [InlineData(0.3, 0.35, "Nothing could be judged: only 0.3 s were heard.")]
    [InlineData(0.3, 0.01, "Nothing could be judged: only less than 0.1 s were heard.")]
    [InlineData(1e-5, 4, "Nothing could be judged: all that was heard lies below -70 LUFS.")]
    [InlineData(0.1, 2.97, "Only level, peaks and stereo could be judged: balance and dynamics need 3 s, and 2.9 s were heard.")]
    public void Build_WhatCannotBeJudged_SaysWhy(double amplitude, double seconds, string reason)
    {
        TrackReport report = Build(Signals.Mono(Signals.Noise(amplitude, seconds, Rate, seed: 4), Rate));
        Assert.Empty(report.Recommendations);
        Assert.Equal(reason, report.NotJudgedReason);
    }

    [Fact]
    public void Build_OneHit_SaysThatLittleCanBeJudged()
    {
        float[] hit = [.. Signals.Noise(0.2, 0.4, Rate, seed: 4), .. new float[4 * Rate]];
        TrackReport report = Build(Signals.Mono(hit, Rate));
        Assert.DoesNotContain(report.Recommendations, given => given.Domain is not RecommendationDomain.Gain);
        Assert.True(report.Recommendations.Count > 0
            || report.NotJudgedReason == "Only level, peaks and stereo could be judged: in all that was heard something sounds for 0.4 s only, and balance and dynamics need 2 s.");
    }

    [Fact]
    public void Build_HealthyMix_WasJudged()
    {
        TrackReport report = Build(HealthyMix.Copy());
        Assert.All(report.Recommendations, given => Assert.Equal(3, given.Priority));
        Assert.Null(report.NotJudgedReason);
    }

    [Theory]
    [InlineData(0.5, 1.5)]
    [InlineData(0.3, 4)]
    [InlineData(4, 4)]
    [InlineData(4, 1000)]
    [InlineData(4, 9e5)]
    [InlineData(4, 1.7e6)]
    public void Build_FarOverFullScale_TurnsDown(double seconds, double amplitude)
    {
        float[] left = Signals.Noise(amplitude, seconds, Rate, seed: 4);
        TrackReport report = Build(Signals.Stereo(left, Signals.Noise(amplitude, seconds, Rate, seed: 5), Rate));
        string given = string.Join(", ", report.Recommendations.Select(recommendation => recommendation.Id));
        Recommendation? first = report.Recommendations.FirstOrDefault(recommendation => recommendation.Id == "gain.clipping");
        Assert.True(first is not null, $"got [{given}]");
        Evidence peak = first.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.TruePeakDbtp);
        Assert.True(peak.After < peak.Before - 3);
        Assert.Null(report.NotJudgedReason);
    }

    [Fact]
    public void Build_HeardAgainAfterAdvice_SaysWhatBecameOfIt()
    {
        AudioBuffer boomy = Faults.LowShelf(HealthyMix.Copy(), 9);
        TrackReport first = ReportBuilder.Build(boomy, TrackAnalyzer.Analyze(boomy));
        Recommendation given = first.Recommendations.Single(advice => advice.Id == "eq.low_end_build_up");
        Assert.NotNull(first.WholeChain);

        AudioBuffer followed = ChainRenderer.Render(boomy, given.Chain);
        TrackReport second = Again(followed, first.ToFormerAdvice());
        Assert.Equal(RecommendationStatus.Confirmed, second.FollowUps.Items.Single(item => item.Promise.RecommendationId == given.Id).Status);

        TrackReport untouched = Again(boomy, first.ToFormerAdvice());
        Assert.Equal(RecommendationStatus.Unchanged, untouched.Recommendations.Single(advice => advice.Id == given.Id).Status);

        // Confirmed advice that is undone is heard as well.
        TrackReport third = Again(boomy, second.ToFormerAdvice());
        Assert.Equal(RecommendationStatus.Unchanged, third.FollowUps.Items.Single(item => item.Promise.RecommendationId == given.Id).Status);
    }

    [Fact]
    public void Build_Dismissed_StaysSoAndIsNotGivenAgain()
    {
        AudioBuffer boomy = Faults.LowShelf(HealthyMix.Copy(), 9);
        TrackReport first = ReportBuilder.Build(boomy, TrackAnalyzer.Analyze(boomy));
        FormerAdvice former = first.ToFormerAdvice();
        former = former with { Promises = [.. former.Promises.Select(promise => promise with { Status = RecommendationStatus.Dismissed })] };
        for (int hearing = 0; hearing < 2; hearing++)
        {
            TrackReport again = Again(boomy, former);
            Assert.DoesNotContain(again.Recommendations, advice => former.Dismissed.Contains(advice.Id));
            Assert.All(again.FollowUps.Items, item => Assert.Equal(RecommendationStatus.Dismissed, item.Status));
            former = again.ToFormerAdvice();
        }
    }

    [Fact]
    public void Build_NotHeardAgain_SaysWhatWasKnown()
    {
        AudioBuffer boomy = Faults.LowShelf(HealthyMix.Copy(), 9);
        TrackReport first = ReportBuilder.Build(boomy, TrackAnalyzer.Analyze(boomy));
        TrackReport on = Again(boomy, first.ToFormerAdvice() with { HeardAgain = false });
        Assert.Empty(on.FollowUps.Items);
        Assert.All(on.Recommendations, advice => Assert.Equal(RecommendationStatus.Open, advice.Status));
    }

    private static TrackReport Again(AudioBuffer audio, FormerAdvice former) =>
        ReportBuilder.Build(audio, TrackAnalyzer.Analyze(audio), TrackHint.None, former, 0, null, CancellationToken.None);

    private static TrackReport Build(AudioBuffer audio) => ReportBuilder.Build(audio, TrackAnalyzer.Analyze(audio, AdviceTests.Scope));
}
