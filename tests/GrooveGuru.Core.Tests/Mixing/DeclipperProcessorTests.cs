using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;
using Xunit.Abstractions;

namespace GrooveGuru.Core.Tests.Mixing;

public class DeclipperProcessorTests(ITestOutputHelper output)
{
    [Fact]
    public void Process_BelowTheThreshold_IsTheInputDelayed()
    {
        AudioBuffer noise = StereoSignals.Noise(3, 0.3, 0.2);
        IProcessor declipper = ProcessorFactory.Create(new DeclipperSettings(-12, 6, 0));
        declipper.Prepare(noise.SampleRateHz, 2, noise.FrameCount);
        AudioBuffer after = noise.Clone();
        AllProcessors.Run(declipper, after, () => 100);
        int latency = declipper.LatencySamples;
        Assert.InRange(latency, 1, 600);
        Assert.Equal(noise.Channels[1][..^latency], after.Channels[1][latency..]);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(44100)]
    [InlineData(96000)]
    public void Process_ClippedSines_AreRebuilt(int rateHz)
    {
        double Wave(int i) => (1.1 * Math.Sin(2 * Math.PI * 220 * i / rateHz)) + (0.5 * Math.Sin(2 * Math.PI * 707 * i / rateHz));
        AudioBuffer clean = StereoSignals.Stereo(rateHz, Wave, i => -Wave(i), rateHz);
        AudioBuffer clipped = DeclipperBench.Clip(clean);
        AudioBuffer after = ChainRenderer.Render(clipped, [new DeclipperSettings(0, 12, 0)]);
        double gainDb = DeclipperBench.ErrorDb(clean, clipped) - DeclipperBench.ErrorDb(clean, after);
        Assert.True(gainDb > 25, $"{gainDb:0.0} dB");
    }

    [Fact]
    public void Process_Clipped_ChangesOnlyClippedSamplesAndOnlyOutwards()
    {
        AudioBuffer clipped = DeclipperBench.Clip(StereoSignals.Noise(4, 0.3, 1.3));
        AudioBuffer after = ChainRenderer.Render(clipped, [new DeclipperSettings(0, 3, 0)]);
        float most = (float)(Math.Pow(10, 3 / 20.0) * 1.0001);
        int risen = 0;
        for (int i = 0; i < clipped.FrameCount; i++)
        {
            float before = clipped.Channel(0)[i];
            float rebuilt = after.Channel(0)[i];
            if (Math.Abs(before) < 0.999)
            {
                Assert.Equal(before, rebuilt);
            }
            else
            {
                Assert.InRange(rebuilt * Math.Sign(before), Math.Abs(before) - 1e-6f, most);
                risen += Math.Abs(rebuilt) > 1.001 ? 1 : 0;
            }
        }

        Assert.True(risen > 1000);
    }

    [Fact]
    public void Process_RunLongerThanTheLookAhead_StaysFlat()
    {
        AudioBuffer square = StereoSignals.Stereo(20000, i => i / 1000 % 2 == 0 ? 1 : -1, i => i / 1000 % 2 == 0 ? 0.5 : -0.5);
        AudioBuffer after = ChainRenderer.Render(square, [new DeclipperSettings(0, 12, 0)]);
        Assert.Equal(square.Channels[0][..19000], after.Channels[0][..19000]);
        Assert.Equal(square.Channels[1], after.Channels[1]);
    }

    [Fact]
    public void Process_OutputGain_GivesRoom()
    {
        AudioBuffer clipped = DeclipperBench.Clip(StereoSignals.Sine(300, 1.5, 0.3));
        AudioBuffer plain = ChainRenderer.Render(clipped, [new DeclipperSettings(0, 6, 0)]);
        AudioBuffer lower = ChainRenderer.Render(clipped, [new DeclipperSettings(0, 6, -6)]);
        Assert.True(plain.Channel(0).ToArray().Max() > 1.4);
        Assert.Equal(plain.Channel(0)[7000] * Math.Pow(10, -6 / 20.0), lower.Channel(0)[7000], 1e-6);
    }

    // The recordings are those that the declipper was tuned on: this guards what was reached, and proves nothing about others.
    [SharedFact]
    public void Process_ClippedMusic_ErrorIsHalvedForMostAndGrowsForNone()
    {
        IReadOnlyList<string> files = DeclipperBench.Files(SharedData.Path("audio"));
        double sumDb = 0;
        int halved = 0;
        foreach (string path in files)
        {
            AudioBuffer clean = DeclipperBench.Driven(AudioFile.ReadAll(path), 6, 5);
            AudioBuffer clipped = DeclipperBench.Clip(clean);
            double beforeDb = DeclipperBench.ErrorDb(clean, clipped);
            double afterDb = DeclipperBench.ErrorDb(clean, ChainRenderer.Render(clipped, [new DeclipperSettings(0, 6, 0)]));
            output.WriteLine($"{Path.GetFileName(path)}: {beforeDb:0.0} dB, then {afterDb:0.0} dB");
            Assert.True(afterDb < beforeDb, $"{Path.GetFileName(path)}: {beforeDb:0.0} dB, then {afterDb:0.0} dB");
            sumDb += beforeDb - afterDb;
            halved += beforeDb - afterDb >= 6 ? 1 : 0;
        }

        string found = $"error halved in {halved} of {files.Count}, {sumDb / files.Count:0.0} dB less in the mean";
        output.WriteLine(found);
        Assert.True(halved >= 0.75 * files.Count && sumDb / files.Count > 10, found);
    }
}
