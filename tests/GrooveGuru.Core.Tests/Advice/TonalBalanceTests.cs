using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Tests.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

public class TonalBalanceTests
{
    [Fact]
    public void Measure_Sine_LiesInItsBand()
    {
        ThirdOctaveSpectrum spectrum = ThirdOctaveSpectrum.Measure(StereoSignals.Sine(1000, 0.5, 2));
        int loudest = Enumerable.Range(0, spectrum.CentresHz.Count).MaxBy(spectrum.Power);
        Assert.InRange(spectrum.CentresHz[loudest], 980, 1020);
        Assert.True(spectrum.Power(loudest) > 0.999 * spectrum.Power(20, 20000));
    }

    [Fact]
    public void Measure_WhiteNoise_RisesThreeDbPerOctave()
    {
        ThirdOctaveSpectrum spectrum = ThirdOctaveSpectrum.Measure(StereoSignals.Noise(9, 20));
        double riseDb = 10 * Math.Log10(spectrum.Power(3800, 4200) / spectrum.Power(240, 260));
        Assert.Equal(12, riseDb, 0.5);
    }

    [Fact]
    public void SideShare_OppositeChannels_IsOne()
    {
        AudioBuffer audio = Faults.InvertRight(StereoSignals.Sine(100, 0.5));
        Assert.Equal(1, ThirdOctaveSpectrum.Measure(audio).SideShare(20, 200), 1e-6);
    }

    [Fact]
    public void Deviation_Level_DoesNotCount()
    {
        AudioBuffer audio = HealthyMix.Copy();
        var before = new TonalBalanceDeviation(ThirdOctaveSpectrum.Measure(audio));
        var after = new TonalBalanceDeviation(ThirdOctaveSpectrum.Measure(Faults.Gain(audio, -20)));
        for (int band = 0; band < before.DeviationDb.Count; band++)
        {
            Assert.Equal(before.DeviationDb[band], after.DeviationDb[band], 0.01);
        }
    }

    [Fact]
    public void Deviation_Silence_IsFinite() => Assert.All(
        new TonalBalanceDeviation(ThirdOctaveSpectrum.Measure(new AudioBuffer(2, 44100, 44100))).DeviationDb,
        deviationDb => Assert.True(double.IsFinite(deviationDb)));

    [Theory]
    [InlineData(100, 200, -2)]
    [InlineData(1000, 2000, -2)]
    [InlineData(8000, 16000, -4)]
    [InlineData(60, 100, 0)]
    public void Reference_Slopes_AreThoseOfTheSources(double fromHz, double toHz, double slopeDbPerOctave)
    {
        double octaves = Math.Log2(toHz / fromHz);
        double slope = (TonalBalanceReference.LevelDb(toHz) - TonalBalanceReference.LevelDb(fromHz)) / octaves;
        Assert.Equal(slopeDbPerOctave, slope, 1e-9);
    }
}
