using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.FollowUps;

public class SketchMatchTests
{
    private static readonly Lazy<AudioSketch> Former = new(() => Sketch(RandomTune.Make(seed: 1, seconds: 20)));

    public static TheoryData<string> Mixes => ["level", "eq", "compression", "mono"];

    [Theory]
    [MemberData(nameof(Mixes))]
    public void Of_TheSameTuneMixedOtherwise_IsTheSame(string mix)
    {
        ProcessorSettings change = mix switch
        {
            "level" => new GainSettings(-20),
            "eq" => new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 200, -9, 0.71), new EqBand(EqBandKind.HighShelf, 2000, 9, 0.71)]),
            "compression" => new CompressorSettings(-30, 4, 5, 100, 6, 0),
            _ => new StereoWidthSettings(0, 0),
        };
        SketchMatch match = SketchMatch.Of(Former.Value, Sketch(ChainRenderer.Render(RandomTune.Make(1, 20), [change])));
        Assert.Null(match.WhyOther);
        Assert.Equal(0, match.LagSeconds);
    }

    [Fact]
    public void Of_APartOfTheTune_IsFoundWhereItLies()
    {
        SketchMatch match = SketchMatch.Of(Former.Value, Sketch(Excerpt.At(RandomTune.Make(1, 20), 6, 15).Audio));
        Assert.Null(match.WhyOther);
        Assert.Equal(6, match.LagSeconds);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_AnotherTune_IsOther(int seed)
    {
        SketchMatch match = SketchMatch.Of(Former.Value, Sketch(RandomTune.Make(seed, 20)));
        Assert.Contains("other audio", match.WhyOther, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TooLittle_SaysSo()
    {
        SketchMatch match = SketchMatch.Of(Former.Value, Sketch(RandomTune.Make(1, 2)));
        Assert.Contains("Too little", match.WhyOther, StringComparison.Ordinal);
        Assert.NotNull(SketchMatch.Of(FormerAdvice.Nothing.Sketch, Former.Value).WhyOther);
    }

    [Fact]
    public void Of_Silence_IsNotTheSame() => Assert.NotNull(SketchMatch.Of(Former.Value, Sketch(new AudioBuffer(2, 20 * 22050, 22050))).WhyOther);

    internal static AudioSketch Sketch(AudioBuffer audio) => AudioSketch.Of(TrackAnalyzer.Analyze(audio));
}
