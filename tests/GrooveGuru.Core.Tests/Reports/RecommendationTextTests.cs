using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Core.Tests.Reports;

public class RecommendationTextTests
{
    [Fact]
    public void Write_Recommendation_SaysWhyAndWhatCameOut() => Assert.Equal(
        "Why: The low mids pile up. (Measured: low mids against the reference balance 6.2 dB, limit 4.8 dB.) "
        + "Tried on the whole track: low mids 6.2 dB over the reference before, 3.0 dB over after; side share of the low end 31 % before, 24 % after.",
        RecommendationText.Write(MudCut));

    [Fact]
    public void Tried_OnAnExcerpt_SaysWhere() => Assert.StartsWith(
        "Tried on 0:12 to 1:02: low mids",
        RecommendationText.Tried(MudCut with { TriedFromSeconds = 12.4, TriedToSeconds = 62.4 }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(-14.05, "Tried on the whole track, equally loud: low mids 6.2 dB over the reference before, 3.0 dB over after.")]
    [InlineData(-15.0, "Tried on the whole track: low mids 6.2 dB over the reference before, 3.0 dB over after; loudness -14.0 LUFS before, "
        + "-15.0 LUFS after. It comes out 1.0 LU quieter: at equal loudness the true peak would rise too far.")]
    public void Tried_WithLoudness_SaysWhetherItIsEqual(double lufsAfter, string expected) => Assert.Equal(
        expected,
        RecommendationText.Tried(MudCut with { Evidence = [MudCut.Evidence[0], new Evidence(MeasureIds.IntegratedLufs, -14, lufsAfter, "LUFS")] }));

    [Fact]
    public void Write_Excess_NamesTheReferenceOnceAndHasNoSign()
    {
        Assert.Equal("top end 4.2 dB under the reference before, 1.3 dB over after", EvidenceText.Write(new Evidence(MeasureIds.BrightnessExcessDb, -4.2, 1.3, "dB")));
        Assert.Equal("upper mids 3.0 dB over their surroundings, as before", EvidenceText.Write(new Evidence(MeasureIds.HarshnessExcessDb, 3.01, 2.99, "dB")));
    }

    [Fact]
    public void Write_Conflict_SaysWhoGaveWayToWhom() => Assert.Equal(
        "Withheld: turn down by 4.6 dB (for: true peak). Both turn down. It gives way to: turn down by 5.0 dB (for: clipping).",
        ConflictText.Write(new ResolvedConflict("gain.clipping", "Turn down by 5.0 dB", "gain.true_peak", "Turn down by 4.6 dB", ConflictOutcome.Withheld, "Both turn down.")));

    [Fact]
    public void Write_FollowUp_HasTheNumbers() => Assert.Equal(
        "Confirmed: cut. Low mids: 6.2 dB over the reference then, 3.0 dB over promised, 2.9 dB over now.",
        FollowUpText.Write(FollowUpJudge.Judge(MudCut, 2.9)));

    private static Recommendation MudCut { get; } = new()
    {
        Id = "eq.low_end_build_up",
        Domain = RecommendationDomain.Eq,
        Title = "Cut",
        Priority = 2,
        Confidence = 0.7,
        Because = [new Reason(MeasureIds.LowMidExcessDb, 6.24, 4.8, "dB", "The low mids pile up.")],
        Chain = [new ParametricEqSettings([new EqBand(EqBandKind.Bell, 220, -3, 1.2)]), new GainSettings(-1.5)],
        Expects = [new Expectation(MeasureIds.LowMidExcessDb, 6.24, 3, "dB")],
        Evidence =
        [
            new Evidence(MeasureIds.LowMidExcessDb, 6.24, 3.01, "dB"),
            new Evidence(MeasureIds.LowEndSideShare, 0.31, 0.24, "0-1"),
        ],
    };

    public static TheoryData<ProcessorSettings, string> Actions => new()
    {
        { new GainSettings(6), "Turn up by 6.0 dB" },
        { new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, 4000, 2.5, 0.71)]), "Boost 2.5 dB above 4.00 kHz (high shelf)" },
        { new ParametricEqSettings([new EqBand(EqBandKind.HighPass, 40, 0, 0.71)]), "Take away what lies below 40 Hz" },
        { new StereoWidthSettings(100, 0, InvertRight: true), "Turn the polarity of the right channel" },
        { new ParametricEqSettings([new EqBand(EqBandKind.HighPass, 40, 0, 0.54), new EqBand(EqBandKind.HighPass, 40, 0, 1.31)]), "Take away what lies below 40 Hz (24 dB per octave)" },
        { new StereoWidthSettings(100, 0, BalanceDb: -3), "Move the middle 3.0 dB to the right" },
        { new StereoWidthSettings(150, 120), "Set the stereo width to 150 %, then make what lies below 120 Hz mono" },
        { new LimiterSettings(-1, 100, 0), "Limit to -1.0 dBTP" },
        {
            new CompressorSettings(-18, 2.5, 20, 120, 6, 0),
            "Compress 2.5:1 above -18 dB (attack 20 ms, release 120 ms, make-up 0.0 dB)"
        },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_EachProcessor_ReadsAsAnInstruction(ProcessorSettings settings, string expected) =>
        Assert.Equal(expected, RecommendationText.Action([settings]));

    [Fact]
    public void Action_EmptyChain_ChangesNothing() => Assert.Equal("Change nothing", RecommendationText.Action([]));

    [Fact]
    public void Write_Value_HasNoNegativeZero() => Assert.Equal("0.0 dBTP", MeasureInfo.Of(MeasureIds.TruePeakDbtp).Write(-0.01));
}
