using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Synthesis;

public class BandLimitedOscillatorTests
{
    private const double SampleRateHz = 44100;
    private const double FrequencyHz = 3001;

    [Theory]
    [InlineData(Waveform.Sine, 1)]
    [InlineData(Waveform.Saw, 2 / Math.PI)]
    [InlineData(Waveform.Square, 4 / Math.PI)]
    [InlineData(Waveform.Triangle, 8 / (Math.PI * Math.PI))]
    public void Next_FirstPartial_HasTheShapesAmplitude(Waveform waveform, double expected) =>
        Assert.Equal(expected, Partial.Magnitude(Play(waveform, 441), 441, SampleRateHz), 0.02);

    [Theory]
    [InlineData(Waveform.Saw)]
    [InlineData(Waveform.Square)]
    [InlineData(Waveform.Triangle)]
    public void Next_FoldedPartials_LieFarBelowTheFirst(Waveform waveform)
    {
        float[] audio = Play(waveform, FrequencyHz);
        double first = Partial.Magnitude(audio, FrequencyHz, SampleRateHz);
        for (int partial = 9; partial < 20; partial += 2)
        {
            double folded = Math.Abs(((partial * FrequencyHz) % SampleRateHz) - SampleRateHz);
            if (folded < 15000)
            {
                // A plain saw leaves its 13th partial at 1/13 (-22 dB) here.
                Assert.InRange(Partial.Magnitude(audio, folded, SampleRateHz) / first, 0, 0.02);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(30000)]
    [InlineData(double.NaN)]
    public void Next_NotPlayable_IsSilent(double frequencyHz) =>
        Assert.True(Play(Waveform.Saw, frequencyHz).All(sample => sample == 0));

    private static float[] Play(Waveform waveform, double frequencyHz)
    {
        var oscillator = new BandLimitedOscillator(waveform, SampleRateHz);
        return Enumerable.Range(0, 16384).Select(_ => (float)oscillator.Next(frequencyHz)).ToArray();
    }
}
