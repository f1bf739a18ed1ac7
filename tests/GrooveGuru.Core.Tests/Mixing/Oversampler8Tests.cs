using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class Oversampler8Tests
{
    private const int RateHz = 48000;
    private const int HighRateHz = 8 * RateHz;
    private const int Frames = 9600;

    [Theory]
    [InlineData(100)]
    [InlineData(5000)]
    [InlineData(15000)]
    [InlineData(20000)]
    public void UpAndDown_PassBand_IsFlat(double hz)
    {
        var oversampler = new Oversampler8();
        var eight = new double[Oversampler8.Factor];
        var after = new float[Frames];
        for (int i = 0; i < Frames; i++)
        {
            oversampler.Up(Math.Sin(2 * Math.PI * hz * i / RateHz), eight);
            after[i] = (float)oversampler.Down(eight);
        }

        Assert.Equal(0, StereoSignals.SineLevelDb(after.AsSpan(Frames / 2), hz, RateHz), 0.01);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(10000)]
    [InlineData(20000)]
    public void Up_Sine_HasNoImages(double hz)
    {
        var oversampler = new Oversampler8();
        var eight = new double[Oversampler8.Factor];
        var high = new float[8 * Frames];
        for (int i = 0; i < Frames; i++)
        {
            oversampler.Up(Math.Sin(2 * Math.PI * hz * i / RateHz), eight);
            for (int part = 0; part < eight.Length; part++)
            {
                high[(8 * i) + part] = (float)eight[part];
            }
        }

        Assert.All(FoldingTo(hz), imageHz => Assert.True(
            StereoSignals.SineLevelDb(high.AsSpan(4 * Frames), imageHz, HighRateHz) < -90, $"image at {imageHz} Hz"));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(10000)]
    [InlineData(20000)]
    public void Down_SineThatFolds_IsTakenAway(double hz)
    {
        foreach (double imageHz in FoldingTo(hz))
        {
            var oversampler = new Oversampler8();
            var eight = new double[Oversampler8.Factor];
            var after = new float[Frames];
            for (int i = 0; i < Frames; i++)
            {
                for (int part = 0; part < eight.Length; part++)
                {
                    eight[part] = Math.Sin(2 * Math.PI * imageHz * ((8 * i) + part) / HighRateHz);
                }

                after[i] = (float)oversampler.Down(eight);
            }

            Assert.True(StereoSignals.SineLevelDb(after.AsSpan(Frames / 2), hz, RateHz) < -90, $"{imageHz} Hz");
        }
    }

    // Frequencies up to half the high rate that read as the given one at the low rate.
    private static IEnumerable<double> FoldingTo(double hz) =>
        from multiple in Enumerable.Range(1, 4)
        from imageHz in new[] { (multiple * RateHz) - hz, (multiple * RateHz) + hz }
        where imageHz < HighRateHz / 2
        select imageHz;
}
