using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class LimiterProcessorTests
{
    public static TheoryData<string> NastyInputs { get; } =
        ["noise", "bursts", "quarter rate", "square", "clicks", "alternating", "random steps"];

    [Theory]
    [MemberData(nameof(NastyInputs))]
    public void Process_NastyInput_TruePeakStaysUnderTheCeiling(string name)
    {
        foreach (double releaseMs in new[] { 100.0, 5 })
        {
            AudioBuffer after = ChainRenderer.Render(Nasty(name), [new LimiterSettings(-1, releaseMs, 12)]);
            double peakDb = StereoSignals.TruePeakDb(after);
            Assert.True(peakDb <= -1 + 0.1, $"{name}, release {releaseMs} ms: {peakDb:0.000} dBTP");
        }
    }

    [Fact]
    public void Process_BelowTheCeiling_IsTheInputDelayed()
    {
        AudioBuffer noise = StereoSignals.Noise(3, 0.3, 0.2);
        IProcessor limiter = ProcessorFactory.Create(new LimiterSettings(-1, 100, 0));
        limiter.Prepare(noise.SampleRateHz, 2, noise.FrameCount);
        AudioBuffer after = noise.Clone();
        AllProcessors.Run(limiter, after, () => 128);
        int latency = limiter.LatencySamples;
        Assert.InRange(latency, 1, 480);
        Assert.Equal(noise.Channels[0][..^latency], after.Channels[0][latency..]);
    }

    [Fact]
    public void Process_LoudSine_KeepsItsShape()
    {
        AudioBuffer after = ChainRenderer.Render(StereoSignals.Sine(100, 0.5), [new LimiterSettings(-1, 500, 12)]);
        double fundamental = StereoSignals.SineLevelDb(after.Channel(0)[12000..36000], 100, StereoSignals.RateHz);
        double third = StereoSignals.SineLevelDb(after.Channel(0)[12000..36000], 300, StereoSignals.RateHz);
        Assert.Equal(-1.15, fundamental, 0.1);
        Assert.True(third < -60, $"third harmonic {third:0.0} dB");
    }

    [Fact]
    public void Process_AfterAPeak_GainComesBackAtTheRelease()
    {
        AudioBuffer audio = StereoSignals.Stereo(48000, i => i == 4800 ? 2 : 0.1, _ => 0.1);
        AudioBuffer after = ChainRenderer.Render(audio, [new LimiterSettings(-6, 100, 0)]);
        double GainDb(int frame) => 20 * Math.Log10(after.Channel(1)[frame] / 0.1);
        Assert.True(GainDb(4800) < -11);
        Assert.Equal(0, GainDb(4000), 0.001);
        Assert.InRange(GainDb(4800 + 4800), -4.5, -2.5);
        Assert.Equal(0, GainDb(47000), 0.02);
    }

    private static AudioBuffer Nasty(string name)
    {
        const int Frames = 12000;
        var random = new Random(17);
        Func<int, double> wave = name switch
        {
            "noise" => _ => (2 * random.NextDouble()) - 1,
            "bursts" => i => i / 37 % 5 == 0 ? (2 * random.NextDouble()) - 1 : 0,
            "quarter rate" => i => Math.Sin((Math.PI * i / 2) + (Math.PI / 4)),
            "square" => i => i / 24 % 2 == 0 ? 1 : -1,
            "clicks" => i => i % 701 == 0 ? 3 : 0.001,
            "alternating" => i => i % 12 < 6 ? (i % 2 == 0 ? 1 : -1) : (i % 2 == 0 ? -1 : 1),
            "random steps" => _ => random.Next(20) == 0 ? (random.Next(2) == 0 ? 1 : -1) : 0.2 * random.NextDouble(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        return StereoSignals.Stereo(Frames, wave, wave);
    }
}
