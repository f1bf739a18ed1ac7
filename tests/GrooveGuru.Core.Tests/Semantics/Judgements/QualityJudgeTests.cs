using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Judgements;

namespace GrooveGuru.Core.Tests.Semantics.Judgements;

/// <summary>A fault never makes a track read better, and more of it never better than less.</summary>
public class QualityJudgeTests
{
    private const double Seconds = 8;

    private static readonly AudioBuffer Clean = Part(DemoSongRenderer.Render().Mix);

    [Theory]
    [InlineData("clip", 3, 9, 18)]
    [InlineData("squash", 6, 14, 24)]
    [InlineData("noise", -40, -25, -10)]
    [InlineData("offset", 0.02, 0.05, 0.2)]
    [InlineData("invert", 0.4, 0.7, 1)]
    public void Judge_MoreOfAFault_NeverReadsBetter(string fault, double weak, double medium, double strong) =>
        AssertNeverBetter(Clean, fault, weak, medium, strong);

    [SharedFact]
    public void Judge_MoreOfAFaultOnRecordings_NeverReadsBetter()
    {
        foreach (string file in (string[])["spleeter_example.mp3", "vibeace.ogg", "brahms.ogg", "vocadito_10.wav"])
        {
            AudioBuffer recording = Part(AudioFile.ReadAll(SharedData.Path($"audio/real/{file}")));
            AssertNeverBetter(recording, "clip", 6, 12, 24);
            AssertNeverBetter(recording, "squash", 6, 14, 24);
            AssertNeverBetter(recording, "noise", -40, -25, -10);
            AssertNeverBetter(recording, "offset", 0.02, 0.05, 0.2);
            if (recording.ChannelCount == 2)
            {
                AssertNeverBetter(recording, "invert", 0.4, 0.7, 1);
            }
        }
    }

    [Theory]
    [InlineData("clip", 18, "clipped_samples")]
    [InlineData("invert", 1, FeatureIds.ChannelCorrelation)]
    [InlineData("noise", -6, FeatureIds.ArrangementDensity)]
    [InlineData("offset", 0.2, "dc_offset")]
    public void Judge_AStrongFault_IsNamedFirstAndCostsAStep(string fault, double amount, string measureId)
    {
        Judgement<ProductionQuality> clean = Quality(Clean), faulty = Quality(Damaged(Clean, fault, amount));
        Assert.True(faulty.Step < clean.Step, $"{clean.Value} -> {faulty.Value}");
        Assert.Equal(measureId, faulty.DecidedBy[0].MeasureId);
        Assert.True(faulty.DecidedBy[0].Pull < 0);
    }

    [Fact]
    public void Judge_CleanMix_IsGoodOrBetter() => Assert.True(Quality(Clean).Step >= ProductionQuality.Good);

    private static void AssertNeverBetter(AudioBuffer clean, string fault, params double[] amounts)
    {
        // What a fault does to measures that it is not aimed at may move them by a rounding.
        const double tolerance = 0.005;
        double before = Quality(clean).Value!.Value;
        foreach (double amount in amounts)
        {
            double after = Quality(Damaged(clean, fault, amount)).Value!.Value;
            Assert.True(after <= before + tolerance, $"{fault} {amount}: {before} -> {after}");
            before = after;
        }
    }

    private static Judgement<ProductionQuality> Quality(AudioBuffer audio) => ContextJudge.Judge(TrackAnalyzer.Analyze(audio)).Quality;

    private static AudioBuffer Part(AudioBuffer audio)
    {
        int frames = Math.Min(audio.FrameCount, (int)(Seconds * audio.SampleRateHz));
        int first = (audio.FrameCount - frames) / 2;
        float[][] part = [.. Enumerable.Range(0, audio.ChannelCount).Select(channel => audio.Channel(channel).Slice(first, frames).ToArray())];
        float peak = part.Max(channel => channel.Max(Math.Abs));
        return new AudioBuffer([.. part.Select(channel => Array.ConvertAll(channel, sample => 0.8f * sample / peak))], audio.SampleRateHz);
    }

    private static AudioBuffer Damaged(AudioBuffer audio, string fault, double amount)
    {
        float[][] channels = [.. Enumerable.Range(0, audio.ChannelCount).Select(channel => audio.Channel(channel).ToArray())];
        double rms = Math.Sqrt(channels.Average(channel => channel.Average(sample => (double)sample * sample)));
        for (int channel = 0; channel < channels.Length; channel++)
        {
            Random random = new(channel + 1);
            Func<float, double> damage = fault switch
            {
                "clip" => sample => Math.Clamp(sample * Signals.FromDb(amount), -1, 1),
                "squash" => sample => 0.9 * Math.Tanh(sample * Signals.FromDb(amount)),
                "noise" => sample => Math.Clamp(sample + (rms * Signals.FromDb(amount) * 1.7 * ((2 * random.NextDouble()) - 1)), -1, 1),
                "offset" => sample => (0.75 * sample) + amount,
                _ when channel == 1 => sample => (1 - (2 * amount)) * sample,
                _ => sample => sample,
            };
            channels[channel] = Array.ConvertAll(channels[channel], sample => (float)damage(sample));
        }

        return new AudioBuffer(channels, audio.SampleRateHz);
    }
}
