using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

public class SteadyLowsTests
{
    private const int RateHz = 8000;

    [Fact]
    public void Share_NoiseThatNeverRests_IsNearlyAll() => Assert.InRange(Share(Low(12)), 0.7, 1);

    [Fact]
    public void Share_StrokesWithRests_IsNearlyNone() => Assert.InRange(Share(Gated(Low(12))), 0, 0.02);

    [Fact]
    public void Share_StrokesOverNoise_LiesBetween()
    {
        AudioBuffer strokes = Gated(Low(12)), noise = Low(12, seed: 5);
        for (int i = 0; i < strokes.FrameCount; i++)
        {
            strokes.Channel(0)[i] += noise.Channel(0)[i] / 2;
        }

        // Of the power 1/4 rests never, and half of the time 1 is added to it: 0.25 of 0.75.
        Assert.InRange(Share(strokes), 0.15, 0.5);
    }

    [Fact]
    public void At_Frequency_IsTheShareOfItsOctave()
    {
        var lows = new SteadyLows(0.9, 0.5, 0.2);
        Assert.Equal([0.9, 0.5, 0.2, 0], new[] { 30.0, 63, 125, 250 }.Select(lows.At));
    }

    [Fact]
    public void Measure_NoteThatRestsOverNoise_IsSteadyBelowTheNoteOnly()
    {
        AudioBuffer audio = Low(12);
        float[] note = Gated(Signals.Mono(Signals.Sine(70, 0.5, 12, RateHz), RateHz)).Channels[0];
        SteadyLows lows = SteadyLows.Measure(
            Signals.Mono([.. audio.Channels[0].Zip(note, (noise, tone) => noise + tone)], RateHz), CancellationToken.None);
        Assert.InRange(lows.Sub, 0.6, 1);
        Assert.InRange(lows.Bass, 0, 0.2);
    }

    [Fact]
    public void Share_Silence_IsNone()
    {
        Assert.Equal(0, Share(new AudioBuffer(2, 3 * RateHz, RateHz)));
        Assert.Equal(0, Share(new AudioBuffer(1, 0, RateHz)));
    }

    private static double Share(AudioBuffer audio) => SteadyLows.Measure(audio, CancellationToken.None).Sub;

    private static AudioBuffer Low(double seconds, int seed = 4) => ChainRenderer.Render(
        Signals.Mono(Signals.Noise(0.5, seconds, RateHz, seed), RateHz),
        [new ParametricEqSettings([new EqBand(EqBandKind.LowPass, 45, 0, 0.71), new EqBand(EqBandKind.HighPass, 20, 0, 0.71)])]);

    // A second of sound, a second of rest.
    private static AudioBuffer Gated(AudioBuffer audio) => new(
        [[.. audio.Channels[0].Select((sample, at) => at / RateHz % 2 == 0 ? sample : 0)]], RateHz);
}
