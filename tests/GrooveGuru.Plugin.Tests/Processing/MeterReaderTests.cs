using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Processing;

namespace GrooveGuru.Plugin.Tests.Processing;

public class MeterReaderTests
{
    private readonly ManualClock _clock = new();
    private readonly TrackMeters _meters = new(48_000);
    private readonly MeterReader _reader;

    public MeterReaderTests() => _reader = new MeterReader(_clock);

    [Fact]
    public void Reading_BeforeAnything_IsNone()
    {
        Assert.Same(MeterReading.None, _reader.Read(null));
        Assert.Same(MeterReading.None, _reader.Read(_meters));
    }

    [Fact]
    public void Reading_OfASine_HasItsLevels()
    {
        Hear(Sine(0.5), Sine(0.25));

        MeterReading reading = _reader.Read(_meters);

        Assert.Equal(2, reading.ChannelCount);
        Assert.Equal([-6.02, -12.04], reading.PeakDbfs.Select(db => Math.Round(db, 2)));
        Assert.Equal(-9.03, reading.RmsDbfs[0], 0.01);
        Assert.Equal(-15.05, reading.RmsDbfs[1], 0.01);
        Assert.Equal(-6.02, reading.TruePeakDbtp, 0.1);
        Assert.Equal(1, reading.Correlation, 1e-6);
        Assert.Equal(30, reading.SpectrumDb.Count);
        Assert.Equal(16, reading.SpectrumDb.Select((db, band) => (db, band)).Max().band); // 1 kHz
        Assert.Equal(-9.03 - 2.04, reading.SpectrumDb[16], 0.1); // the mean of both channels
        Assert.False(reading.HasNonFinite);
    }

    [Fact]
    public void Reading_OfOneChannel_HasOneLevelAndNoCorrelation()
    {
        Hear(Sine(0.5), []);

        MeterReading reading = _reader.Read(_meters);

        Assert.Equal(1, reading.ChannelCount);
        Assert.Single(reading.PeakDbfs);
        Assert.Single(reading.RmsDbfs);
        Assert.True(double.IsNaN(reading.Correlation));
        Assert.Equal(-9.03, reading.SpectrumDb[16], 0.1);
    }

    [Fact]
    public void Reading_OfSilence_HasNoNumbersThatMeanNothing()
    {
        Hear(new float[48_000], new float[48_000]);

        MeterReading reading = _reader.Read(_meters);

        Assert.All(reading.PeakDbfs.Concat(reading.RmsDbfs).Concat(reading.SpectrumDb), db => Assert.True(double.IsNegativeInfinity(db)));
        Assert.True(double.IsNaN(reading.Correlation));
        Assert.True(double.IsNegativeInfinity(reading.IntegratedLufs) && double.IsNegativeInfinity(reading.TruePeakDbtp));
    }

    [Fact]
    public void Reading_WithNothingNew_IsTheSameObject()
    {
        Hear(Sine(0.5), Sine(0.5));
        MeterReading first = _reader.Read(_meters);

        Assert.Same(first, _reader.Read(_meters));
        Hear(new float[480], new float[480]);
        Assert.NotSame(first, _reader.Read(_meters));
    }

    [Fact]
    public void Reading_WhenTheHostStops_FallsToSilenceAndKeepsWhatCounts()
    {
        Hear(Sine(0.5), Sine(0.5));
        MeterReading playing = _reader.Read(_meters);

        _clock.Advance(TimeSpan.FromMilliseconds(500));
        MeterReading stopped = _reader.Read(_meters);

        Assert.All(stopped.PeakDbfs.Concat(stopped.RmsDbfs), db => Assert.True(double.IsNegativeInfinity(db)));
        Assert.True(double.IsNegativeInfinity(stopped.MomentaryLufs) && double.IsNegativeInfinity(stopped.ShortTermLufs));
        Assert.Empty(stopped.SpectrumDb);
        Assert.Equal(playing.IntegratedLufs, stopped.IntegratedLufs);
        Assert.Equal(playing.TruePeakDbtp, stopped.TruePeakDbtp);
        Hear(Sine(0.5), Sine(0.5));
        Assert.Equal(playing.PeakDbfs[0], _reader.Read(_meters).PeakDbfs[0], 0.01);
    }

    [Fact]
    public void Reading_OfOtherMeters_IsTheirs()
    {
        Hear(Sine(0.5), Sine(0.5));
        _reader.Read(_meters);
        TrackMeters others = new(96_000);
        others.Process(new float[9600], default);

        MeterReading reading = _reader.Read(others);

        Assert.Equal(1, reading.ChannelCount);
        Assert.True(double.IsNegativeInfinity(reading.TruePeakDbtp));
    }

    [Fact]
    public void Readers_OnManyThreads_GetWholeReadings()
    {
        using CancellationTokenSource done = new(TimeSpan.FromSeconds(1));
        Exception? failure = null;
        Thread[] readers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(Read))];
        foreach (Thread reader in readers)
        {
            reader.Start();
        }

        Random random = new(3);
        float[] block = new float[480];
        while (!done.IsCancellationRequested)
        {
            Array.Fill(block, random.NextSingle());
            Hear(block, block);
        }

        foreach (Thread reader in readers)
        {
            reader.Join();
        }

        Assert.Null(failure);

        void Read()
        {
            while (!done.IsCancellationRequested && failure is null)
            {
                failure ??= Record.Exception(() =>
                {
                    MeterReading reading = _reader.Read(_meters);
                    Assert.True(reading.ChannelCount == 0 || reading.PeakDbfs[0] == reading.PeakDbfs[1]);
                    Assert.True(reading.ChannelCount == 0 || reading.RmsDbfs[0] == reading.RmsDbfs[1]);
                });
            }
        }
    }

    private static float[] Sine(double amplitude)
        => [.. Enumerable.Range(0, 96_000).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * 1000 * i / 48_000)))];

    private void Hear(float[] left, float[] right) => _meters.Process(left, right);
}
