using System.Numerics;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class EqBandDesignTests
{
    public static TheoryData<EqBandKind, int> KindsAndRates { get; } = new()
    {
        { EqBandKind.Bell, 44100 },
        { EqBandKind.Bell, 48000 },
        { EqBandKind.Bell, 96000 },
        { EqBandKind.LowShelf, 44100 },
        { EqBandKind.LowShelf, 48000 },
        { EqBandKind.LowShelf, 96000 },
        { EqBandKind.HighShelf, 44100 },
        { EqBandKind.HighShelf, 48000 },
        { EqBandKind.HighShelf, 96000 },
    };

    [Theory]
    [MemberData(nameof(KindsAndRates))]
    public void Sections_WholeGrid_AreTheAnalogueBandTo20Khz(EqBandKind kind, int rateHz)
    {
        foreach (EqBand band in Grid(kind))
        {
            BiquadCoefficients[] sections = EqBandDesign.Sections(band, rateHz);
            Assert.InRange(sections.Length, 1, 3);
            for (double hz = 20; hz <= 20000; hz *= 1.013)
            {
                double madeDb = sections.Sum(section => section.MagnitudeDb(hz, rateHz));
                double analogueDb = AnalogueDb(band, hz);
                Assert.True(Math.Abs(madeDb - analogueDb) <= 0.05, $"{band} at {hz:0} Hz: {madeDb:0.000} dB for {analogueDb:0.000} dB");
            }
        }
    }

    [Theory]
    [MemberData(nameof(KindsAndRates))]
    public void Sections_WholeGrid_AreStableAndMinimumPhase(EqBandKind kind, int rateHz)
    {
        foreach (BiquadCoefficients section in Grid(kind).SelectMany(band => EqBandDesign.Sections(band, rateHz)))
        {
            Assert.True(Math.Abs(section.A2) < 1 && Math.Abs(section.A1) < 1 + section.A2);
            Assert.True(Math.Abs(section.B2) < section.B0 && Math.Abs(section.B1) < section.B0 + section.B2);
        }
    }

    [Fact]
    public void Sections_CookbookIsCloseEnough_IsOneSection()
    {
        Assert.Single(EqBandDesign.Sections(new EqBand(EqBandKind.LowShelf, 100, 3, 0.71), 48000));
        Assert.Single(EqBandDesign.Sections(new EqBand(EqBandKind.Bell, 12000, 0, 0.71), 48000));
        Assert.Single(EqBandDesign.Sections(new EqBand(EqBandKind.LowPass, 12000, 0, 0.71), 48000));
    }

    private static IEnumerable<EqBand> Grid(EqBandKind kind) =>
        from hz in new[] { 20.0, 100, 500, 2000, 5000, 8000, 12000, 16000, 19500, 24000 }
        from gainDb in new[] { -24.0, -12, -3, 1, 6, 24 }
        from q in new[] { 0.1, 0.35, 0.71, 1, 3, 10, 18 }
        select new EqBand(kind, hz, gainDb, q);

    // The transfer functions of the analogue models, written apart from the code under test.
    private static double AnalogueDb(EqBand band, double hz)
    {
        double a = Math.Pow(10, band.GainDb / 40);
        double bandwidth = Math.Sqrt(a) / band.Q;
        Complex s = new(0, hz / band.FrequencyHz);
        Complex lifted = (s * s) + (bandwidth * s) + a;
        Complex plain = (a * s * s) + (bandwidth * s) + 1;
        Complex response = band.Kind switch
        {
            EqBandKind.Bell => ((s * s) + (s * a / band.Q) + 1) / ((s * s) + (s / (a * band.Q)) + 1),
            EqBandKind.LowShelf => a * lifted / plain,
            EqBandKind.HighShelf => a * plain / lifted,
            _ => throw new ArgumentOutOfRangeException(nameof(band)),
        };
        return 20 * Math.Log10(response.Magnitude);
    }
}
