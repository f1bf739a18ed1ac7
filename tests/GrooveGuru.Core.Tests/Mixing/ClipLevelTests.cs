using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ClipLevelTests
{
    /// <summary>
    /// Files of the development set that are flat at their extreme as they come: their own full scale cut them off.
    /// </summary>
    private static readonly string[] FlatAlready = ["nott10_reelsd-g83.flac"];

    private static readonly double[] DrivesDb = [3, 6, 9];

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.0123)]
    public void Find_ClippedThenTurnedDown_GivesTheLevels(double gain)
    {
        float[] samples = Clipped(0.7, -0.6);
        ClipLevel? level = Find(Array.ConvertAll(samples, sample => (float)(sample * gain)));
        Assert.NotNull(level);
        Assert.Equal(Dbfs(0.7 * gain), level.PositiveDbfs!.Value, 1e-3);
        Assert.Equal(Dbfs(0.6 * gain), level.NegativeDbfs!.Value, 1e-3);
        Assert.Equal(level.NegativeDbfs.Value, level.LowestDbfs);
        Assert.InRange(level.ClippedSamples, 100, samples.Length / 2);
    }

    [Fact]
    public void Find_ClippedAboveOnly_LeavesTheOtherSideOut()
    {
        ClipLevel? level = Find(Clipped(0.7, -9));
        Assert.NotNull(level);
        Assert.Null(level.NegativeDbfs);
        Assert.Equal(Dbfs(0.7), level.LowestDbfs, 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.02)]
    public void Find_ClippedThenSixteenBitsWithDither_GivesTheLevel(double gain)
    {
        var random = new Random(11);
        double Dither() => random.NextDouble() - random.NextDouble();
        float[] rounded = Array.ConvertAll(Clipped(1, -1), sample => (float)(Math.Round(sample * gain * 32767) / 32768));
        float[] dithered = Array.ConvertAll(Clipped(1, -1), sample => (float)(Math.Round((sample * gain * 32765) + Dither()) / 32768));
        double stepDb = 20 * Math.Log10(1 + (2.5 / 32768 / gain));
        Assert.Equal(Dbfs(gain), Find(rounded)!.LowestDbfs, stepDb);
        Assert.Equal(Dbfs(gain), Find(dithered)!.LowestDbfs, stepDb);
    }

    [Fact]
    public void Find_OneChannelClipped_GivesItsLevelWhereItIsTheLoudest()
    {
        float[] clipped = Clipped(0.7, -0.7);
        float[] quiet = Music(0.1);
        float[] loud = Array.ConvertAll(clipped, sample => 1.5f * sample);
        loud[100] = 1.2f;
        loud[200] = -1.2f;
        Assert.Equal(Dbfs(0.7), ClipLevel.Find(new AudioBuffer([quiet, clipped], StereoSignals.RateHz))!.LowestDbfs, 1e-3);
        Assert.Null(ClipLevel.Find(new AudioBuffer([loud, clipped], StereoSignals.RateHz)));
    }

    [Fact]
    public void Find_Limited_GivesNull()
    {
        var loud = new AudioBuffer([Music(4)], StereoSignals.RateHz);
        Assert.Null(ClipLevel.Find(ChainRenderer.Render(loud, [new LimiterSettings(-1, 50, 0)])));
    }

    [Fact]
    public void Find_SquareWave_IsTakenForClipped() =>
        Assert.Equal(Dbfs(0.5), Find([.. Enumerable.Range(0, 4800).Select(i => i / 24 % 2 == 0 ? 0.5f : -0.5f)])!.LowestDbfs, 1e-9);

    [Fact]
    public void Find_SamplesHeldEverywhere_GivesNull()
    {
        float[] music = Music(0.5);
        Assert.Null(Find([.. Enumerable.Range(0, music.Length).Select(i => music[i / 4])]));
    }

    [Fact]
    public void Find_SinesAlsoOfSixteenBits_GivesNull()
    {
        foreach (double frequencyHz in new[] { 30.0, 100, 997, 12000 })
        {
            foreach (double level in new[] { 0.9, 0.1, 0.01, 0.003 })
            {
                AudioBuffer sine = StereoSignals.Sine(frequencyHz, level);
                Assert.Null(ClipLevel.Find(sine));
                Assert.Null(Find(Array.ConvertAll(sine.Channels[0], sample => MathF.Round(sample * 32768) / 32768)));
            }
        }
    }

    [Fact]
    public void Find_SilenceNothingAndNoNumbers_GivesNull()
    {
        Assert.Null(Find(new float[1000]));
        Assert.Null(Find([]));
        Assert.Null(Find([float.NaN, float.PositiveInfinity, 0.5f, 0.5f]));
        Assert.Throws<ArgumentNullException>(() => ClipLevel.Find(null!));
    }

    [SharedFact]
    public void Find_RecordingsAsTheyAreAndClipped_GivesNullThenTheLevel()
    {
        List<string> flatAlready = [];
        foreach (string path in DeclipperBench.Files(SharedData.Path("audio")))
        {
            string name = Path.GetFileName(path);
            AudioBuffer audio = AudioFile.ReadAll(path);
            if (ClipLevel.Find(audio) is not null)
            {
                flatAlready.Add(name);
            }

            foreach (double driveDb in DrivesDb)
            {
                ClipLevel? level = ClipLevel.Find(DeclipperBench.Clip(DeclipperBench.Driven(audio, driveDb, 10)));
                Assert.True(level is not null, $"{name} +{driveDb} dB");
                Assert.Equal(0, level.LowestDbfs, 0.01);
            }
        }

        Assert.Equal(FlatAlready, flatAlready);
    }

    private static ClipLevel? Find(float[] samples) => ClipLevel.Find(new AudioBuffer([samples], StereoSignals.RateHz));

    private static double Dbfs(double linear) => 20 * Math.Log10(linear);

    private static float[] Clipped(double above, double below) => Array.ConvertAll(Music(2), sample => (float)Math.Clamp(sample, below, above));

    private static float[] Music(double level)
    {
        var random = new Random(5);
        double smooth = 0;
        return
        [
            .. Enumerable.Range(0, 48000).Select(i =>
            {
                smooth += 0.2 * ((2 * random.NextDouble()) - 1 - smooth);
                return (float)(level * ((0.5 * Math.Sin(i * 0.031)) + (0.3 * Math.Sin(i * 0.0713)) + smooth) * (0.6 + (0.4 * Math.Sin(i * 0.0003))));
            }),
        ];
    }
}
