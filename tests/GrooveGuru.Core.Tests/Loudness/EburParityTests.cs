using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Loudness.Realtime;
using Xunit.Abstractions;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>Integrated loudness against libebur128, an independent implementation of the standard. Tolerance: 0.05 LU.</summary>
public class EburParityTests(ITestOutputHelper output)
{
    [EburFact(needsSharedAudio: true)]
    public void IntegratedLufs_RealRecordings_AgreesWithLibebur128()
    {
        string[] files = Directory.GetFiles(SharedData.Path("audio/real"));
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            AudioBuffer audio = AudioFile.ReadAll(file);
            var meter = new LoudnessMeter(audio.SampleRateHz, audio.ChannelCount);
            meter.Process([.. audio.Channels], 0, audio.FrameCount);

            double expected = EburLibrary.IntegratedLufs(audio.Channels, audio.SampleRateHz);
            string line = FormattableString.Invariant($"{Path.GetFileName(file)}: {meter.IntegratedLufs:F4} for {expected:F4} LUFS");
            output.WriteLine(line);
            Assert.True(Math.Abs(expected - meter.IntegratedLufs!.Value) <= 0.05, line);
        }
    }

    [EburFact]
    public void IntegratedLufs_AnyRate_AgreesWithLibebur128()
    {
        foreach (int rate in new[] { 8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000, 384_000 })
        {
            float[] left = Signals.Noise(0.3, 2, rate, 1), right = Signals.Noise(0.1, 2, rate, 2);
            var meter = new LoudnessMeter(rate, 2);
            meter.Process([left, right], 0, left.Length);

            double expected = EburLibrary.IntegratedLufs([left, right], rate);
            output.WriteLine(FormattableString.Invariant($"{rate} Hz: {meter.IntegratedLufs:F4} for {expected:F4} LUFS"));
            Assert.Equal(expected, meter.IntegratedLufs!.Value, 0.05);
        }
    }
}
