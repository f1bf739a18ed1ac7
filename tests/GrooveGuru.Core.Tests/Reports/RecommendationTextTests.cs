using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Core.Tests.Reports;

public class RecommendationTextTests
{
    [Fact]
    public void Write_Recommendation_SaysWhyAndWhatCameOut() => Assert.Equal(
        "Why: The low mids pile up. (Measured: low mids against the reference balance 6.2 dB, limit 4.8 dB.) "
        + "We tried it: low mids against the reference balance 6.2 dB -> 3.0 dB, side share of the low end 31 % -> 24 %.",
        RecommendationText.Write(MudCut));

    [Fact]
    public void Tried_OnAnExcerpt_SaysWhere() => Assert.StartsWith(
        "We tried it on 0:12 to 1:02: low mids",
        RecommendationText.Tried(MudCut with { TriedFromSeconds = 12.4, TriedToSeconds = 62.4 }),
        StringComparison.Ordinal);

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
