using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ParametricEqProcessorTests
{
    // The analogue prototypes of the Cookbook, the passes warped as the bilinear transform warps them: written apart from the code
    // under test.
    public static TheoryData<EqBandKind, double, double, double> Bands => new()
    {
        { EqBandKind.Bell, 220, -6, 1.2 },
        { EqBandKind.Bell, 3000, 9, 0.5 },
        { EqBandKind.Bell, 12000, 12, 4 },
        { EqBandKind.LowShelf, 120, 9, 0.71 },
        { EqBandKind.HighShelf, 5000, -12, 0.71 },
        { EqBandKind.HighPass, 60, 0, 0.71 },
        { EqBandKind.LowPass, 9000, 0, 1.4 },
    };

    [Theory]
    [MemberData(nameof(Bands))]
    public void Process_Sines_MatchTheAnalyticResponse(EqBandKind kind, double frequencyHz, double gainDb, double q)
    {
        ProcessorSettings[] chain = [new ParametricEqSettings([new EqBand(kind, frequencyHz, gainDb, q)])];
        foreach (double probeHz in new[] { 25.0, 60, 110, 220, 500, 1000, 2500, 5000, 9000, 14000, 19000 })
        {
            AudioBuffer after = ChainRenderer.Render(StereoSignals.Sine(probeHz, 0.5, 2), chain);
            double measuredDb = StereoSignals.SineLevelDb(after.Channel(0)[StereoSignals.RateHz..], probeHz, StereoSignals.RateHz) + 6.0206;
            Assert.Equal(AnalyticDb(kind, frequencyHz, gainDb, q, probeHz), measuredDb, 0.05);
        }
    }

    [Fact]
    public void Process_NoBands_PassesBitForBit()
    {
        AudioBuffer noise = StereoSignals.Noise(2);
        Assert.Equal(noise.Channels[0], ChainRenderer.Render(noise, [new ParametricEqSettings([])]).Channels[0]);
    }

    [Fact]
    public void Process_BandAboveNyquist_StaysStable()
    {
        AudioBuffer noise = StereoSignals.Noise(2, rateHz: 16000);
        AudioBuffer after = ChainRenderer.Render(
            noise, [new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, 20000, 24, 0.71)])]);
        Assert.All(after.Channels[0], sample => Assert.True(Math.Abs(sample) < 100));
    }

    private static double AnalyticDb(EqBandKind kind, double frequencyHz, double gainDb, double q, double probeHz)
    {
        bool isWarped = kind is EqBandKind.HighPass or EqBandKind.LowPass;
        double Warp(double hz) => isWarped ? Math.Tan(Math.PI * hz / StereoSignals.RateHz) : hz;
        System.Numerics.Complex s = new(0, Warp(probeHz) / Warp(frequencyHz));
        double a = Math.Pow(10, gainDb / 40);
        double root = Math.Sqrt(a);
        System.Numerics.Complex response = kind switch
        {
            EqBandKind.Bell => ((s * s) + (s * (a / q)) + 1) / ((s * s) + (s / (a * q)) + 1),
            EqBandKind.LowShelf => a * ((s * s) + (root / q * s) + a) / ((a * s * s) + (root / q * s) + 1),
            EqBandKind.HighShelf => a * ((a * s * s) + (root / q * s) + 1) / ((s * s) + (root / q * s) + a),
            EqBandKind.HighPass => s * s / ((s * s) + (s / q) + 1),
            EqBandKind.LowPass => 1 / ((s * s) + (s / q) + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return 20 * Math.Log10(response.Magnitude);
    }
}
