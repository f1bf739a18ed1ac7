using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Advice.Signs;

public class BandFramesTests
{
    private const int RateHz = 4000;
    private const int Size = 256;
    private const int Hop = 128;

    [Fact]
    public void At_Noise_IsWhatADirectTransformGives()
    {
        AudioBuffer audio = Signals.Stereo(Signals.Noise(0.5, 0.2, RateHz, 1), Signals.Noise(0.3, 0.2, RateHz, 2), RateHz);
        BandFrames frames = Measure(audio);

        Assert.Equal([250, 500, 1000], frames.CentresHz);
        Assert.Equal((audio.FrameCount - (Size / 2)) / Hop + 1, frames.FrameCount);
        Assert.Equal((double)Hop / RateHz, frames.HopSeconds);
        for (int frame = 0; frame < frames.FrameCount; frame++)
        {
            for (int band = 0; band < frames.BandCount; band++)
            {
                double mid = Direct(audio, frame, frames.CentresHz[band], 0.5), side = Direct(audio, frame, frames.CentresHz[band], -0.5);
                Assert.Equal(1, frames.At(frame, band).Mid / mid, 1e-3);
                Assert.Equal(1, frames.At(frame, band).Side / side, 1e-3);
                Assert.Equal(mid + side, frames.Power(frame, band), 1e-3 * (mid + side));
            }
        }
    }

    [Fact]
    public void Flatness_NoiseAndSine_IsThatOfEach()
    {
        // Over the bins of white noise the geometric mean of the power lies at exp(-0.577) of the arithmetic one.
        double[] noise = Measure(Signals.Mono(Signals.Noise(0.5, 20, RateHz, 3), RateHz)).Flatness;
        Assert.Equal(0.56, noise[2], 0.03);
        Assert.True(Measure(Signals.Mono(Signals.Sine(1000, 0.5, 2, RateHz), RateHz)).Flatness[2] < 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((Size / 2) - 1)]
    public void Measure_LessThanHalfAFrame_HasNone(int length)
    {
        BandFrames frames = Measure(new AudioBuffer(2, length, RateHz));
        Assert.Equal(0, frames.FrameCount);
        Assert.All(frames.Flatness, flatness => Assert.Equal(0, flatness));
    }

    [Fact]
    public void At_OneChannel_HasNoSide()
    {
        BandFrames frames = Measure(Signals.Mono(Signals.Noise(0.5, 0.2, RateHz, 1), RateHz));
        Assert.All(Enumerable.Range(0, frames.FrameCount), frame => Assert.Equal(0, frames.At(frame, 1).Side));
        Assert.True(frames.At(0, 1).Mid > 0);
    }

    private static BandFrames Measure(AudioBuffer audio) =>
        BandFrames.Measure(audio, (double)Size / RateHz, Size / Hop, bandsPerOctave: 1, lowestHz: 250, highestHz: 1000, CancellationToken.None);

    // Power of the windowed mid (0.5) or side (-0.5) in the bins of one octave.
    private static double Direct(AudioBuffer audio, int frame, double centreHz, double rightWeight)
    {
        float[] window = SpectralWindows.Hann(Size);
        double binHz = (double)RateHz / Size, power = 0;
        int from = (int)Math.Round(centreHz / Math.Sqrt(2) / binHz), to = (int)Math.Round(centreHz * Math.Sqrt(2) / binHz);
        for (int bin = from; bin < to; bin++)
        {
            (double real, double imaginary) = (0, 0);
            for (int i = 0; i < Size && (frame * Hop) + i < audio.FrameCount; i++)
            {
                double sample = window[i] * ((0.5 * audio.Channels[0][(frame * Hop) + i]) + (rightWeight * audio.Channels[1][(frame * Hop) + i]));
                real += sample * Math.Cos(2 * Math.PI * bin * i / Size);
                imaginary -= sample * Math.Sin(2 * Math.PI * bin * i / Size);
            }

            power += (real * real) + (imaginary * imaginary);
        }

        return power;
    }
}
