using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness.Realtime;

public class TrackMetersTests
{
    [Theory]
    [InlineData(44_100, 64)]
    [InlineData(48_000, 1000)]
    [InlineData(96_000, 333)]
    [InlineData(8_000, 17)]
    public void Loudness_OfATrack_IsThatOfTheMeterForFiles(int rate, int block)
    {
        float[] left = Programme(rate, seed: 1), right = Programme(rate, seed: 2);
        LoudnessMeter expected = new(rate, 2);
        expected.Process([left, right], 0, left.Length);
        TruePeakMeter expectedPeak = new(rate, 2);
        expectedPeak.Process([left, right], 0, left.Length);

        TrackLevels levels = Hear(new TrackMeters(rate), left, right, block);

        Assert.Equal(expected.IntegratedLufs!.Value, levels.IntegratedLufs, 0.1);
        Assert.Equal(expected.MomentaryLufs!.Value, levels.MomentaryLufs, 0.1);
        Assert.Equal(expected.ShortTermLufs!.Value, levels.ShortTermLufs, 0.1);
        Assert.Equal(expectedPeak.TruePeakDbtp!.Value, levels.TruePeakDbtp, 0.2);
        Assert.Equal(left.Length, levels.HeardFrames, rate / 100.0);
    }

    [Fact]
    public void Loudness_OfOneChannel_CountsItOnce()
    {
        float[] left = Programme(48_000, seed: 3);
        LoudnessMeter expected = new(48_000, 1);
        expected.Process([left], 0, left.Length);

        TrackLevels levels = Hear(new TrackMeters(48_000), left, null, 64);

        Assert.Equal(1, levels.ChannelCount);
        Assert.Equal(expected.IntegratedLufs!.Value, levels.IntegratedLufs, 0.01);
    }

    [Theory]
    [InlineData(4, 45, 0.5)]
    [InlineData(8, 67.5, 0.5)]
    [InlineData(4, 45, 1.41)]
    public void TruePeak_BetweenSamples_IsWithinTheTolerance(int divisor, double phaseDegrees, double amplitude)
    {
        foreach (int rate in new[] { 44_100, 48_000, 96_000 })
        {
            float[] sine = Signals.Sine((double)rate / divisor, amplitude, 1, rate, phaseDegrees * Math.PI / 180);
            for (int i = 0; i < 1000; i++)
            {
                sine[i] *= i / 1000f; // a hard start rings
            }

            double expected = 20 * Math.Log10(amplitude);
            Assert.InRange(Hear(new TrackMeters(rate), sine, sine, 64).TruePeakDbtp, expected - 0.4, expected + 0.2);
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.1)]
    [InlineData(0.001)]
    public void Sine_OfAnAmplitude_HasItsPeakAndMeanSquare(double amplitude)
    {
        TrackLevels levels = Hear(new TrackMeters(48_000), Signals.Sine(997, amplitude, 2, 48_000), Signals.Sine(997, amplitude / 2, 2, 48_000), 64);

        Assert.Equal(amplitude, levels.FirstPeak, amplitude * 1e-3);
        Assert.Equal(amplitude / 2, levels.SecondPeak, amplitude * 1e-3);
        Assert.Equal(amplitude * amplitude / 2, levels.FirstMeanSquare, amplitude * amplitude * 1e-3);
        Assert.Equal(amplitude * amplitude / 8, levels.SecondMeanSquare, amplitude * amplitude * 1e-3);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(90, 0)]
    [InlineData(180, -1)]
    [InlineData(60, 0.5)]
    public void Correlation_OfTwoSines_IsTheCosineBetweenThem(double degrees, double expected)
    {
        TrackLevels levels = Hear(
            new TrackMeters(48_000), Signals.Sine(1000, 0.5, 1, 48_000), Signals.Sine(1000, 0.25, 1, 48_000, degrees * Math.PI / 180), 64);

        Assert.Equal(expected, levels.MeanProduct / Math.Sqrt(levels.FirstMeanSquare * levels.SecondMeanSquare), 0.001);
    }

    [Fact]
    public void Peak_AfterTheSoundEnds_FallsTwentyDbIn1700Ms()
    {
        TrackMeters meters = new(48_000);
        Hear(meters, Signals.Sine(1000, 1, 0.5, 48_000), null, 64);

        TrackLevels levels = Hear(meters, new float[(int)(1.7 * 48_000)], null, 64);

        Assert.Equal(-20, 20 * Math.Log10(levels.FirstPeak), 0.3);
    }

    [Fact]
    public void Reset_WhilePlaying_CountsFromThereAndTheRunningValuesGoOn()
    {
        TrackMeters meters = new(48_000);
        TrackLevels before = Hear(meters, Signals.Sine(997, 1, 5, 48_000), Signals.Sine(997, 1, 5, 48_000), 64);
        float[] quiet = Signals.Sine(997, 0.01, 5, 48_000);
        Hear(meters, quiet[..(48 * 505)], quiet[..(48 * 505)], 64); // loud sound is still in the window of 3 s

        meters.RequestReset();
        Assert.True(meters.TryRead(out TrackLevels asked));
        TrackLevels after = Hear(meters, quiet, quiet, 64);

        Assert.True(double.IsNegativeInfinity(asked.IntegratedLufs) && double.IsNegativeInfinity(asked.TruePeakDbtp));
        Assert.True(asked.ShortTermLufs > before.ShortTermLufs - 3);
        Assert.Equal(-40, after.TruePeakDbtp, 0.2);
        Assert.Equal(before.IntegratedLufs - 40, after.IntegratedLufs, 0.1);
    }

    [Fact]
    public void Interruption_WhilePlaying_BeginsWindowsAnewAndKeepsTheProgramme()
    {
        TrackMeters meters = new(48_000);
        TrackLevels before = Hear(meters, Signals.Sine(997, 0.5, 5, 48_000), null, 64);

        meters.Interrupt();
        Assert.True(meters.TryRead(out TrackLevels after));

        Assert.Equal(0, after.FirstPeak);
        Assert.Equal(0, after.FirstMeanSquare);
        Assert.True(double.IsNegativeInfinity(after.MomentaryLufs) && double.IsNegativeInfinity(after.ShortTermLufs));
        Assert.Equal(before.IntegratedLufs, after.IntegratedLufs);
        Assert.Equal(before.TruePeakDbtp, after.TruePeakDbtp);
    }

    [Fact]
    public void Samples_ThatAreNoNumbers_AreMarkedAndEverythingStaysFinite()
    {
        TrackMeters meters = new(48_000);
        float[] left = Signals.Sine(997, 0.5, 4, 48_000), right = (float[])left.Clone();
        (left[5000], right[9000], left[9001]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);

        Assert.False(meters.Process(left.AsSpan(0, 6000), right.AsSpan(0, 6000)));
        Assert.True(meters.Process(left.AsSpan(6000, 1000), right.AsSpan(6000, 1000)));
        TrackLevels levels = Hear(meters, left[7000..], right[7000..], 64);

        Assert.True(levels.HasNonFinite);
        Assert.InRange(levels.TruePeakDbtp, -6.1, -5); // the gap that stands for them rings
        AssertFinite(levels);
        meters.RequestReset();
        Assert.False(Hear(meters, new float[1000], new float[1000], 100).HasNonFinite);
    }

    [Theory]
    [InlineData(float.MaxValue)]
    [InlineData(1e-40f)]
    public void Samples_AtTheEndsOfTheRange_StayFinite(float sample)
    {
        float[] samples = Enumerable.Range(0, 48_000 * 4).Select(i => i % 3 == 0 ? sample : -sample).ToArray();

        TrackLevels levels = Hear(new TrackMeters(48_000), samples, samples, 100);

        Assert.False(levels.HasNonFinite);
        Assert.True(sample > 1 == double.IsFinite(levels.IntegratedLufs));
        Assert.True(double.IsFinite(levels.FirstMeanSquare) && double.IsFinite(levels.MeanProduct) && double.IsFinite(levels.FirstPeak));
    }

    [Fact]
    public void Blocks_OfAnySize_GiveTheSameValues()
    {
        float[] left = Programme(44_100, seed: 8), right = Programme(44_100, seed: 9);
        TrackLevels whole = Hear(new TrackMeters(44_100), left, right, left.Length);
        foreach (int block in new[] { 1, 7, 64, 441, 5000 })
        {
            TrackLevels levels = Hear(new TrackMeters(44_100), left, right, block);
            Assert.Equal(whole.IntegratedLufs, levels.IntegratedLufs, 1e-6);
            Assert.Equal(whole.TruePeakDbtp, levels.TruePeakDbtp, 0.05);
            Assert.Equal(whole.FirstMeanSquare, levels.FirstMeanSquare, whole.FirstMeanSquare * 1e-5);
            Assert.Equal(whole.HeardFrames, levels.HeardFrames);
        }
    }

    [Fact]
    public void Process_WithResetsAndInterruptions_AllocatesNothingItself()
    {
        TrackMeters meters = new(48_000);
        float[] left = Signals.Noise(0.5, 1, 48_000, seed: 4);
        long least = long.MaxValue;
        for (int pass = 0; pass < 6 && least > 0; pass++)
        {
            long inProcess = 0;
            for (int round = 0; round < 1000; round++)
            {
                if (round % 500 == 250)
                {
                    meters.RequestReset(); // allocates, on whoever asks
                }

                int count = round * 31 % 2000;
                long before = GC.GetAllocatedBytesForCurrentThread();
                meters.Process(left.AsSpan(0, count), round % 3 == 0 ? default : left.AsSpan(100, count));
                if (round % 97 == 0)
                {
                    meters.Interrupt();
                }

                inProcess += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            least = Math.Min(least, inProcess);
        }

        Assert.Equal(0, least);
    }

    private static void AssertFinite(in TrackLevels levels)
    {
        Assert.True(double.IsFinite(levels.IntegratedLufs) && double.IsFinite(levels.MomentaryLufs) && double.IsFinite(levels.ShortTermLufs));
        Assert.True(double.IsFinite(levels.FirstPeak) && double.IsFinite(levels.SecondMeanSquare) && double.IsFinite(levels.MeanProduct));
    }

    private static TrackLevels Hear(TrackMeters meters, float[] left, float[]? right, int block)
    {
        for (int at = 0; at < left.Length; at += block)
        {
            int count = Math.Min(block, left.Length - at);
            meters.Process(left.AsSpan(at, count), right is null ? default : right.AsSpan(at, count));
        }

        Assert.True(meters.TryRead(out TrackLevels levels));
        return levels;
    }

    // Loud and quiet parts and a pause, so that both gates have something to do.
    private static float[] Programme(int rate, int seed)
    {
        float[] samples = Signals.Noise(0.5, 12, rate, seed);
        for (int i = 0; i < samples.Length; i++)
        {
            double second = (double)i / rate;
            samples[i] *= second is > 3 and < 5 ? 0 : second is > 5 and < 8 ? 0.02f : 1;
        }

        return samples;
    }
}
