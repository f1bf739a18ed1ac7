using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.FollowUps;

/// <summary>A fault is advised on, then heard again after the user acted, or did not.</summary>
public class FollowUpHearingTests
{
    private static readonly Lazy<AudioBuffer> Boomy = new(() => Faults.LowShelf(HealthyMix.Copy(), 9));
    private static readonly Lazy<Promise> Promised = new(() => Promise.Of(
        new Adviser().Advise(Boomy.Value, AdviceTests.Analyze(Boomy.Value)).Single(given => given.Id == "eq.low_end_build_up")));

    public static TheoryData<double, RecommendationStatus> CutsAndStatuses => new()
    {
        { -9, RecommendationStatus.Confirmed },
        { -3.5, RecommendationStatus.Improved },
        { 0, RecommendationStatus.Unchanged },
        { 4, RecommendationStatus.Worse },
    };

    [Theory]
    [MemberData(nameof(CutsAndStatuses))]
    public void Hear_AfterAChange_SaysWhatBecameOfIt(double shelfDb, RecommendationStatus status)
    {
        AudioBuffer now = ChainRenderer.Render(
            Boomy.Value, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, shelfDb, 0.71)])]);
        FollowUp item = Assert.Single(Hear(now).Items);
        Assert.Equal(status, item.Status);
        Assert.NotNull(item.Now);
    }

    [Fact]
    public void Hear_OnlyTurnedDown_IsUnchanged() => Assert.Equal(
        RecommendationStatus.Unchanged, Assert.Single(Hear(Faults.Gain(Boomy.Value, -10)).Items).Status);

    [Fact]
    public void Hear_OtherAudio_TicksNothingOff()
    {
        AudioSketch former = SketchMatchTests.Sketch(RandomTune.Make(1, 12));
        AudioBuffer other = RandomTune.Make(2, 12);
        FollowUpReport report = FollowUpHearing.Hear([Promised.Value], former, other, 0, TrackAnalyzer.Analyze(other));
        FollowUp item = Assert.Single(report.Items);
        Assert.Equal(RecommendationStatus.Open, item.Status);
        Assert.Null(item.Now);
        Assert.NotNull(report.OtherAudioReason);
    }

    [Fact]
    public void Hear_PromiseOnAPart_MeasuresThatPartWhereItLiesNow()
    {
        // The part from 4 to 8 s is turned up; what is heard now begins 2 s later.
        AudioBuffer former = RandomTune.Make(1, 14);
        AudioBuffer now = RandomTune.Make(1, 14);
        foreach (float[] samples in now.Channels)
        {
            for (int at = 4 * RandomTune.RateHz; at < 8 * RandomTune.RateHz; at++)
            {
                samples[at] *= 1.5f;
            }
        }

        double before = Loudness(Excerpt.At(former, 4, 8).Audio);
        var promise = new Promise("gain.level", "Turn up", RecommendationDomain.Gain, MeasureIds.IntegratedLufs, before, before + 3.5, RecommendationStatus.Open)
        {
            FromSeconds = 4,
            ToSeconds = 8,
        };
        AudioBuffer heard = Excerpt.At(now, 2, 14).Audio;
        FollowUpReport report = FollowUpHearing.Hear([promise], SketchMatchTests.Sketch(former), heard, 0, TrackAnalyzer.Analyze(heard));
        FollowUp item = Assert.Single(report.Items);
        Assert.Equal(Loudness(Excerpt.At(now, 4, 8).Audio), item.Now!.Value, 0.05);
        Assert.Equal(RecommendationStatus.Confirmed, item.Status);
    }

    [Fact]
    public void Of_NextHearing_CarriesWhatIsLeftAndForgetsWhatWasOnOtherAudio()
    {
        Promise open = Promised.Value with { RecommendationId = "a" }, unwanted = Promised.Value with { RecommendationId = "b", Status = RecommendationStatus.Dismissed };
        FollowUp[] items = [FollowUpJudge.Judge(open, open.From), FollowUpJudge.Judge(unwanted, 0)];
        AudioSketch sketch = FormerAdvice.Nothing.Sketch;

        FormerAdvice same = FormerAdvice.Of([], new FollowUpReport(items, null), sketch);
        Assert.Equal([("a", RecommendationStatus.Unchanged), ("b", RecommendationStatus.Dismissed)], same.Promises.Select(promise => (promise.RecommendationId, promise.Status)));
        Assert.Equal(["b"], same.Dismissed);
        FormerAdvice other = FormerAdvice.Of([], new FollowUpReport(items, "Other."), sketch);
        Assert.Equal(["b"], other.Promises.Select(promise => promise.RecommendationId));
    }

    private static double Loudness(AudioBuffer audio) =>
        TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness).Extended.Loudness.IntegratedLufs!.Value;

    private static FollowUpReport Hear(AudioBuffer now) => FollowUpHearing.Hear(
        [Promised.Value], SketchMatchTests.Sketch(Boomy.Value), now, 0, TrackAnalyzer.Analyze(now));
}
