using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

public class DetailMeasureTests
{
    private const int Rate = 44_100;

    [Fact]
    public void BandStereo_BassInTheMiddleAirOutOfPhase_IsTakenApartByBand()
    {
        float[] bass = Signals.Sine(100, 0.3, 4, Rate), air = Signals.Sine(10_000, 0.1, 4, Rate);
        float[] left = [.. bass.Zip(air, (a, b) => a + b)], right = [.. bass.Zip(air, (a, b) => a - b)];

        IReadOnlyList<BandStereo> bands = TrackAnalyzer.Analyze(Signals.Stereo(left, right, Rate)).Extended.BandStereo;

        Assert.Equal(TonalBalanceBands.Names.Count, bands.Count);
        Assert.InRange(bands[1].Width!.Value, 0, 1e-4);
        Assert.InRange(bands[1].Correlation!.Value, 1 - 1e-4, 1);
        Assert.InRange(bands[6].Width!.Value, 1 - 1e-4, 1);
        Assert.InRange(bands[6].Correlation!.Value, -1, -1 + 1e-4);
    }

    [Fact]
    public void BandStereo_IndependentNoise_IsHalfWideAndUncorrelated()
    {
        float[] left = Signals.Noise(0.2, 10, Rate, 1), right = Signals.Noise(0.2, 10, Rate, 2);

        IReadOnlyList<BandStereo> bands = TrackAnalyzer.Analyze(Signals.Stereo(left, right, Rate)).Extended.BandStereo;

        Assert.All(bands.Skip(2), band => Assert.InRange(band.Width!.Value, 0.45, 0.55));
        Assert.All(bands.Skip(2), band => Assert.InRange(band.Correlation!.Value, -0.1, 0.1));
    }

    [Fact]
    public void BandStereo_OneSideSilent_HasAWidthAndNoCorrelation()
    {
        float[] left = Signals.Noise(0.2, 2, Rate, 3);

        IReadOnlyList<BandStereo> bands = TrackAnalyzer.Analyze(Signals.Stereo(left, new float[left.Length], Rate)).Extended.BandStereo;

        Assert.All(bands, band => Assert.Equal(0.5, band.Width!.Value, 6));
        Assert.All(bands, band => Assert.Null(band.Correlation));
    }

    [Fact]
    public void BandStereo_SilenceOrOneChannel_HasNothingToSay()
    {
        float[] silence = new float[Rate];

        Assert.All(
            TrackAnalyzer.Analyze(Signals.Stereo(silence, silence, Rate)).Extended.BandStereo,
            band => Assert.Equal(new BandStereo(null, null), band));
        Assert.Empty(TrackAnalyzer.Analyze(Signals.Mono(Signals.Noise(0.1, 1, Rate, 4), Rate)).Extended.BandStereo);
    }

    [Fact]
    public void NoiseFloor_NoiseUnderPhrases_IsTheLevelOfTheNoise()
    {
        // Uniform noise of amplitude a has an RMS of a / sqrt(3); digital silence before it is no floor.
        double amplitude = Signals.FromDb(-60) * Math.Sqrt(3);
        float[] noise = Signals.Noise(amplitude, 8, Rate, 5), tone = Signals.Sine(440, 0.5, 8, Rate);
        float[] music = [.. new float[2 * Rate], .. noise.Select((sample, i) => i / (Rate / 2) % 4 == 3 ? sample : sample + tone[i])];

        double? floorDb = TrackAnalyzer.Analyze(Signals.Mono(music, Rate)).Extended.NoiseFloorDbfs;

        Assert.Equal(-60, floorDb!.Value, 0.5);
    }

    [Fact]
    public void NoiseFloor_DigitalSilence_IsNotMeasurable() =>
        Assert.Null(TrackAnalyzer.Analyze(Signals.Mono(new float[Rate], Rate)).Extended.NoiseFloorDbfs);

    [Fact]
    public void Waveform_LongAudio_KeepsItsPeaksInABoundedNumberOfSteps()
    {
        const int rate = 8000;
        float[] samples = Signals.Noise(0.1, 200, rate, 6);
        samples[123 * rate] = 0.9f;
        samples[(45 * rate) + 17] = -0.8f;

        TrackSeries series = TrackAnalyzer.Analyze(Signals.Mono(samples, rate)).Series;

        int steps = series.WaveformExtremes.Count / 2;
        Assert.InRange(steps, 2048, 4096);
        Assert.Equal(0.9f, series.WaveformExtremes[(2 * (int)(123 / series.WaveformHopSeconds)) + 1]);
        Assert.Equal(-0.8f, series.WaveformExtremes[2 * (int)(45 / series.WaveformHopSeconds)]);
        Assert.InRange(steps * series.WaveformHopSeconds, 200, 200 + (2 * series.WaveformHopSeconds));
    }
}
