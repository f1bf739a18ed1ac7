using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

public class EdgeSilenceTests
{
    private const int RateHz = 22_050;

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.01, 0, true, false)]
    [InlineData(0, 0.2, false, true)]
    [InlineData(0.01, 0.2, true, true)]
    [InlineData(0, 0.05, false, false)]
    public void Process_ToneBetweenSilences_TellsWhichEdgesAreSilent(double before, double after, bool atStart, bool atEnd)
    {
        EdgeSilence silence = Hear(Tone(before, after), RateHz);

        Assert.Equal((atStart, atEnd), (silence.AtStart, silence.AtEnd));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(3000)]
    public void Process_AnyBlocks_TellTheSame(int blockSamples)
    {
        foreach ((double before, double after) in new[] { (0.0, 0.2), (0.01, 0.0) })
        {
            EdgeSilence whole = Hear(Tone(before, after), RateHz), blocks = Hear(Tone(before, after), blockSamples);

            Assert.Equal((whole.AtStart, whole.AtEnd), (blocks.AtStart, blocks.AtEnd));
        }
    }

    [Fact]
    public void Fork_GoesOnByItself()
    {
        EdgeSilence one = Hear(Tone(0, 0.2), RateHz);
        EdgeSilence other = one.Fork();
        other.Process(Tone(0, 0));

        Assert.True(one.AtEnd);
        Assert.False(other.AtEnd);
    }

    [Fact]
    public void Gather_CutOutOfTheMiddle_HasNoOpeningAndNoClosing()
    {
        float[] music = Cadence.Play(Cadence.Major);
        KeyEvidence piece = Evidence([.. new float[RateHz / 4], .. music, .. new float[RateHz / 4]]), cut = Evidence(music[2000..^2000]);

        Assert.InRange(piece.Opening.Major[0], 0.5, 1);
        Assert.InRange(piece.Closing.Major[0], 0.5, 1);
        Assert.Equal(0, cut.Opening.Major.Sum() + cut.Opening.Minor.Sum() + cut.OpeningBass.Sum() + cut.Closing.Major.Sum() + cut.Closing.Minor.Sum());
    }

    private static KeyEvidence Evidence(float[] music)
    {
        float[] mono = Resampler.Resample(music, Cadence.SampleRateHz, RateHz);
        var slicer = new FrameSlicer(8192, 2048);
        var spectrum = new FrameSpectrum(8192);
        var chroma = new ChromaExtractor(RateHz, 8192);
        slicer.Write(mono);
        slicer.End();
        while (slicer.TryNext(out ReadOnlySpan<float> frame))
        {
            spectrum.Measure(frame);
            chroma.Process(spectrum.Power);
        }

        chroma.Finish();
        return KeyEvidence.Gather(chroma, ChordTrack.Decode(chroma), Hear(mono, 1000));
    }

    private static float[] Tone(double silenceBefore, double silenceAfter)
    {
        float[] tone = [.. Enumerable.Range(0, RateHz).Select(index => MathF.Cos(2 * MathF.PI * 440 * index / RateHz))];
        return [.. new float[(int)(silenceBefore * RateHz)], .. tone, .. new float[(int)(silenceAfter * RateHz)]];
    }

    private static EdgeSilence Hear(float[] samples, int blockSamples)
    {
        var silence = new EdgeSilence(RateHz);
        foreach (float[] block in samples.Chunk(blockSamples))
        {
            silence.Process(block);
        }

        return silence;
    }
}
