using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Synthesis;

public class NoteSynthesizerTests
{
    private const int SampleRateHz = 44100;

    [Theory]
    [InlineData(45)]
    [InlineData(69)]
    [InlineData(81)]
    public void AddNote_EveryPatch_SoundsAtItsPitch(int midiPitch)
    {
        foreach (InstrumentPatch patch in new[] { InstrumentPatches.Lead, InstrumentPatches.Bass, InstrumentPatches.Keys })
        {
            float[] audio = new float[SampleRateHz / 2];
            new NoteSynthesizer(patch, SampleRateHz).AddNote(audio, 0, 0.5, midiPitch, 100);
            double own = Partial.Magnitude(audio, 440 * Math.Pow(2, (midiPitch - 69) / 12.0), SampleRateHz);
            double below = Partial.Magnitude(audio, 440 * Math.Pow(2, (midiPitch - 70) / 12.0), SampleRateHz);
            double above = Partial.Magnitude(audio, 440 * Math.Pow(2, (midiPitch - 68) / 12.0), SampleRateHz);
            Assert.True(own > 5 * below && own > 5 * above, $"{own} against {below} and {above}");
        }
    }

    [Fact]
    public void AddNote_AfterRelease_HasDiedAway()
    {
        float[] audio = new float[SampleRateHz * 2];
        new NoteSynthesizer(InstrumentPatches.Keys, SampleRateHz).AddNote(audio, 0.1, 0.3, 60, 127);
        Assert.Equal(-1, audio.AsSpan(0, 4409).IndexOfAnyExcept(0));
        Assert.InRange(audio.Skip((int)(1.3 * SampleRateHz)).Max(Math.Abs), 0, 1e-4f);
    }

    [Fact]
    public void AddNote_Louder_IsLouder()
    {
        float[] soft = new float[SampleRateHz / 4];
        float[] loud = new float[SampleRateHz / 4];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        player.AddNote(soft, 0, 0.2, 69, 40);
        player.AddNote(loud, 0, 0.2, 69, 120);
        Assert.True(loud.Max(Math.Abs) > 2 * soft.Max(Math.Abs));
    }

    [Fact]
    public void AddNote_PastTheEnd_IsCutOffOrLeftOut()
    {
        float[] audio = new float[1000];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        player.AddNote(audio, 0.01, 10, 69, 100);
        float[] before = (float[])audio.Clone();
        player.AddNote(audio, 100, 10, 69, 100);
        Assert.True(audio.AsSpan().SequenceEqual(before));
    }

    [Theory]
    [InlineData(double.NaN, 1, 69, 100)]
    [InlineData(-1, 1, 69, 100)]
    [InlineData(0, double.NaN, 69, 100)]
    [InlineData(0, 1, 128, 100)]
    [InlineData(0, 1, double.NaN, 100)]
    [InlineData(0, 1, 69, 0)]
    [InlineData(0, 1, 69, 128)]
    public void AddNote_OutOfRange_IsRefused(double onset, double held, double pitch, int velocity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz).AddNote(new float[10], onset, held, pitch, velocity));
}
