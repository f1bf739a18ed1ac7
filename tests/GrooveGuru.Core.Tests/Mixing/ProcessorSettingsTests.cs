using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ProcessorSettingsTests
{
    [Fact]
    public void Display_Eq_ReadsLikeADawWindow()
    {
        var eq = new ParametricEqSettings([new EqBand(EqBandKind.Bell, 220, -3, 1.2)]);
        Assert.Equal(
            ["Type: Bell", "Frequency: 220 Hz", "Gain: -3.0 dB", "Q: 1.2"],
            eq.Display.Select(parameter => $"{parameter.Key}: {parameter.Value}"));
    }

    [Fact]
    public void Display_TwoBands_NamesEachAndLeavesOutAGainThatIsNotRead()
    {
        var eq = new ParametricEqSettings(
            [new EqBand(EqBandKind.HighPass, 40, 0, 0.71), new EqBand(EqBandKind.HighShelf, 12500, 2.5, 0.71)]);
        Assert.Equal(
            [
                "Band 1 Type: High pass", "Band 1 Frequency: 40 Hz", "Band 1 Q: 0.71",
                "Band 2 Type: High shelf", "Band 2 Frequency: 12.5 kHz", "Band 2 Gain: 2.5 dB", "Band 2 Q: 0.71",
            ],
            eq.Display.Select(parameter => $"{parameter.Key}: {parameter.Value}"));
    }

    [Fact]
    public void Display_Compressor_HasUnits() => Assert.Equal(
        ["-18.0 dB", "2.5 : 1", "5.0 ms", "120 ms", "6.0 dB", "0.0 dB", "peak"],
        new CompressorSettings(-18, 2.5, 5, 120, 6, -0.01).Display.Select(parameter => parameter.Value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Constructor_OutOfRange_Throws(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GainSettings(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GainSettings(0) with { GainDb = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EqBand(EqBandKind.Bell, 1000, value, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EqBand(EqBandKind.Bell, 1000, 0, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompressorSettings(value, 4, 10, 100, 6, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpanderSettings(value, 4, 10, 100, 6, 40));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpanderSettings(-20, 4, 10, 100, 6, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaturatorSettings(value, 100, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaturatorSettings(6, value, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StereoDelaySettings(30, 30, value, 0, 20000, false, 50));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoteLength.Ms(NoteValue.Quarter, Math.Min(value, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReverbSettings(value, 0.5, 4000, 40, 20, 120, 9000, 100, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StereoWidthSettings(value, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LimiterSettings(value, 100, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeclipperSettings(value, 6, 0));
    }

    [Fact]
    public void Equals_SameBands_IsTrue()
    {
        static ParametricEqSettings Eq(double gainDb) => new([new EqBand(EqBandKind.Bell, 220, gainDb, 1)]);
        Assert.Equal(Eq(-3), Eq(-3));
        Assert.Equal(Eq(-3).GetHashCode(), Eq(-3).GetHashCode());
        Assert.NotEqual(Eq(-3), Eq(-4));
    }

    [Fact]
    public void Constructor_BandsChangedLater_KeepsItsOwn()
    {
        var bands = new List<EqBand> { new(EqBandKind.Bell, 220, -3, 1) };
        var eq = new ParametricEqSettings(bands);
        bands.Clear();
        Assert.Single(eq.Bands);
    }
}
