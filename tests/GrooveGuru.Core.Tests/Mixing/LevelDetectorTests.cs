using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class LevelDetectorTests
{
    [Theory]
    [InlineData(44100)]
    [InlineData(96000)]
    public void LevelDb_StepOfPower_Reaches63PercentAfterTheTimeConstant(int rateHz)
    {
        var detector = new LevelDetector(rateHz, 1, 0);
        float[][] channels = [[.. Enumerable.Repeat(0.5f, rateHz)]];
        double wantedDb = 20 * Math.Log10(0.5 * Math.Sqrt(1 - Math.Exp(-1)));
        int frame = 0;
        while (detector.LevelDb(new PlanarBlock(channels, 0, rateHz), frame, LevelDetection.Rms) < wantedDb)
        {
            frame++;
        }

        Assert.InRange((frame + 1.0) / rateHz, 0.95 * LevelDetector.RmsSeconds, 1.05 * LevelDetector.RmsSeconds);
    }

    [Fact]
    public void LevelDb_Silence_IsTheFloor()
    {
        var detector = new LevelDetector(48000, 2, 0.01);
        float[][] channels = [[0f], [0f]];
        Assert.Equal(-120, detector.LevelDb(new PlanarBlock(channels, 0, 1), 0, LevelDetection.Rms), 1e-6);
        Assert.Equal(-120, detector.LevelDb(new PlanarBlock(channels, 0, 1), 0, LevelDetection.Peak), 1e-6);
    }

    [Fact]
    public void LevelDb_QuietAndLoudChannel_HearsTheLoudOne()
    {
        var detector = new LevelDetector(48000, 2, 0);
        float[][] channels = [[.. Enumerable.Repeat(0.01f, 48000)], [.. Enumerable.Repeat(-0.5f, 48000)]];
        double levelDb = 0;
        for (int frame = 0; frame < 48000; frame++)
        {
            levelDb = detector.LevelDb(new PlanarBlock(channels, 0, 48000), frame, LevelDetection.Rms);
        }

        Assert.Equal(-6.0206, levelDb, 1e-3);
        Assert.Equal(-6.0206, detector.LevelDb(new PlanarBlock(channels, 0, 48000), 0, LevelDetection.Peak), 1e-3);
    }
}
