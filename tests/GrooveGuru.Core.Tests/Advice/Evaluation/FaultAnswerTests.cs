using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class FaultAnswerTests
{
    private static readonly AudioBuffer Nothing = new(2, 0, CleanTracks.RateHz);

    [Theory]
    [InlineData(FaultKind.DullTop, EqBandKind.HighShelf, 5000, 3, true)]
    [InlineData(FaultKind.DullTop, EqBandKind.HighShelf, 5000, 0.3, false)]
    [InlineData(FaultKind.DullTop, EqBandKind.HighShelf, 5000, -3, false)]
    [InlineData(FaultKind.DullTop, EqBandKind.LowShelf, 2500, -3, true)] // the same balance by the other way
    [InlineData(FaultKind.DullTop, EqBandKind.Bell, 2000, 3, false)]
    [InlineData(FaultKind.DullTop, EqBandKind.Bell, 310, -7, false)] // all that it lifts the top over is the low mids
    [InlineData(FaultKind.DullTop, EqBandKind.LowPass, 8000, 0, false)]
    [InlineData(FaultKind.MuddyLowMids, EqBandKind.Bell, 300, -3, true)]
    [InlineData(FaultKind.MuddyLowMids, EqBandKind.LowShelf, 500, -3, true)]
    [InlineData(FaultKind.MuddyLowMids, EqBandKind.Bell, 300, 3, false)]
    [InlineData(FaultKind.MuddyLowMids, EqBandKind.Bell, 60, -3, false)]
    [InlineData(FaultKind.MuddyLowMids, EqBandKind.HighShelf, 5000, 3, false)]
    [InlineData(FaultKind.SubRumble, EqBandKind.HighPass, 40, 0, true)]
    [InlineData(FaultKind.SubRumble, EqBandKind.HighPass, 15, 0, false)]
    [InlineData(FaultKind.SubRumble, EqBandKind.LowShelf, 60, -6, true)]
    [InlineData(FaultKind.SubRumble, EqBandKind.LowShelf, 60, 6, false)]
    [InlineData(FaultKind.HarshUpperMids, EqBandKind.Bell, 4000, -3, true)]
    [InlineData(FaultKind.HarshUpperMids, EqBandKind.HighShelf, 2500, -3, true)]
    [InlineData(FaultKind.HarshUpperMids, EqBandKind.Bell, 4000, 3, false)]
    [InlineData(FaultKind.HarshUpperMids, EqBandKind.Bell, 300, -3, false)]
    public void Answers_Equaliser_IsJudgedByItsResponse(FaultKind kind, EqBandKind band, double hz, double gainDb, bool expected) =>
        Assert.Equal(expected, Answers(kind, RecommendationDomain.Eq, new ParametricEqSettings([new EqBand(band, hz, gainDb, 0.71)])));

    [Fact]
    public void Answers_BandsThatCancel_IsNoAnswer() => Assert.False(Answers(
        FaultKind.DullTop,
        RecommendationDomain.Eq,
        new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, 5000, 4, 0.71)]),
        new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, 5000, -4, 0.71)])));

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    public void Answers_OverCompression_TakesUpwardExpansion(double ratio, bool expected) => Assert.Equal(
        expected, Answers(FaultKind.OverCompression, RecommendationDomain.Compression, new CompressorSettings(-20, ratio, 10, 100, 6, 0)));

    [Theory]
    [InlineData(FaultKind.TooQuiet, 6, true)]
    [InlineData(FaultKind.TooQuiet, -6, false)]
    [InlineData(FaultKind.TooLoud, -6, true)]
    [InlineData(FaultKind.TooLoud, 6, false)]
    [InlineData(FaultKind.Clipping, -3, true)]
    [InlineData(FaultKind.Clipping, 3, false)]
    public void Answers_Gain_IsJudgedByItsSign(FaultKind kind, double gainDb, bool expected) =>
        Assert.Equal(expected, Answers(kind, RecommendationDomain.Gain, new GainSettings(gainDb)));

    [Theory]
    [InlineData(RecommendationDomain.Gain, 6, true)]
    [InlineData(RecommendationDomain.Saturation, 6, true)]
    [InlineData(RecommendationDomain.Saturation, 0, false)]
    public void Answers_Clipping_TakesADeclipperWhateverItIsFiledUnder(RecommendationDomain domain, double maxRiseDb, bool expected) =>
        Assert.Equal(expected, Answers(FaultKind.Clipping, domain, new DeclipperSettings(-0.1, maxRiseDb, 0)));

    [Fact]
    public void Answers_GainIntoALimiter_CountsAsGain() =>
        Assert.True(Answers(FaultKind.TooQuiet, RecommendationDomain.Gain, new LimiterSettings(-1, 100, 6)));

    [Theory]
    [InlineData(FaultKind.NarrowImage, 150, false, true)]
    [InlineData(FaultKind.NarrowImage, 100, false, false)]
    [InlineData(FaultKind.NarrowImage, 60, false, false)]
    [InlineData(FaultKind.WideImage, 60, false, true)]
    [InlineData(FaultKind.WideImage, 150, false, false)]
    [InlineData(FaultKind.FlippedPolarity, 100, true, true)]
    [InlineData(FaultKind.FlippedPolarity, 100, false, false)]
    public void Answers_Width_IsJudgedByWhatItDoesToTheSide(FaultKind kind, double widthPercent, bool invertRight, bool expected) => Assert.Equal(
        expected, Answers(kind, RecommendationDomain.Spatial, new StereoWidthSettings(widthPercent, 0, invertRight)));

    [Fact]
    public void Answers_NarrowImage_TakesAShortStereoDelay() => Assert.True(Answers(
        FaultKind.NarrowImage, RecommendationDomain.Spatial, new StereoDelaySettings(11, 17, 0, 0, 20000, false, 20)));

    [Fact]
    public void Answers_ReverbWash_TakesAnExpanderWithoutReverb()
    {
        ExpanderSettings expander = new(-30, 2, 5, 100, 6, 12);
        ReverbSettings reverb = new(1, 0.7, 6000, 50, 0, 20, 20000, 100, 10);

        Assert.True(Answers(FaultKind.ReverbWash, RecommendationDomain.Temporal, expander));
        Assert.False(Answers(FaultKind.ReverbWash, RecommendationDomain.Temporal, expander, reverb));
        Assert.False(Answers(FaultKind.ReverbWash, RecommendationDomain.Temporal, reverb));
        Assert.False(Answers(FaultKind.ReverbWash, RecommendationDomain.Compression, expander));
    }

    [Fact]
    public void Answers_RightChainInAWrongDomain_IsNoAnswer()
    {
        ParametricEqSettings shelf = new([new EqBand(EqBandKind.HighShelf, 5000, 6, 0.71)]);

        Assert.True(Answers(FaultKind.DullTop, RecommendationDomain.Eq, shelf));
        Assert.All(
            Enum.GetValues<RecommendationDomain>().Where(domain => domain != RecommendationDomain.Eq),
            domain => Assert.False(Answers(FaultKind.DullTop, domain, shelf)));
    }

    [Fact]
    public void Answers_EmptyChain_AnswersNothing() => Assert.All(
        Enum.GetValues<FaultKind>().SelectMany(kind => Enum.GetValues<RecommendationDomain>().Select(domain => (kind, domain))),
        at => Assert.False(Answers(at.kind, at.domain)));

    private static bool Answers(FaultKind kind, RecommendationDomain domain, params ProcessorSettings[] chain) =>
        FaultAnswer.Answers(Advised.With(domain, chain), new InjectedFault(new FaultCase(kind, FaultStrength.Medium, 0), Nothing, kind == FaultKind.MuddyLowMids ? 300 : 4000));
}
