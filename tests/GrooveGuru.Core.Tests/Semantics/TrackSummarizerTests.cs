using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Core.Tests.Semantics;

public class TrackSummarizerTests
{
    [Fact]
    public void Summarize_AllMeasured_SaysItInThreeToSixSentences()
    {
        IReadOnlyList<string> said = Summarize(
            Values(118.2, 0.9, "Eb major", 0.8),
            new LoudnessMeasures(-14.2, -12, -10, 4, -1.3, 12.9));
        Assert.InRange(said.Count, 3, 6);
        Assert.Equal("About 118 BPM, in Eb major.", said[0]);
        Assert.Contains(said, sentence => sentence.StartsWith("Loud: -14.2 LUFS, ", StringComparison.Ordinal));
        Assert.Contains("The two channels are nearly identical.", said);
    }

    [Fact]
    public void Summarize_RmsOfAnotherStep_TakesTheWordFromTheLoudnessBesideIt()
    {
        FeatureValue[] values = [.. Values(118.2, 0.9, "Eb major", 0.8), FeatureMeaningTableTests.Value(FeatureIds.Rms, -22)];
        Assert.Contains(
            Summarize(values, new LoudnessMeasures(-14.2, -12, -10, 4, -1.3, 12.9)),
            sentence => sentence.StartsWith("Loud: -14.2 LUFS", StringComparison.Ordinal));
    }

    [Fact]
    public void Summarize_LowConfidence_SaysUnsure()
    {
        string first = Summarize(Values(118.2, 0.2, "A minor", 0.1), Unmeasured)[0];
        Assert.Equal("Perhaps 118 BPM (unsure), perhaps in A minor (unsure).", first);
    }

    [Fact]
    public void Summarize_NoPulse_SaysSo() =>
        Assert.StartsWith("No steady pulse", Summarize(Values(0, 0.9, "C# minor", 0.9), Unmeasured)[0], StringComparison.Ordinal);

    [Fact]
    public void Summarize_NothingMeasured_ClaimsNothing()
    {
        string said = string.Join(' ', Summarize([], Unmeasured));
        foreach (string claim in new[] { "BPM", "LUFS", "major", "minor", "stereo", "channels", "dB" })
        {
            Assert.DoesNotContain(claim, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Summarize_Silence_SaysSo() =>
        Assert.Equal(["Nothing but silence was heard."], Summarize([], Unmeasured, tonalBalance: []));

    [Fact]
    public void Summarize_SomeSamplesUnusable_SaysSoLast()
    {
        string last = Summarize(Values(118.2, 0.9, "Eb major", 0.8), Unmeasured, nonFinite: 1234)[^1];
        Assert.StartsWith("1,234 samples are no usable numbers: NaN, infinite or more than 120 dB", last, StringComparison.Ordinal);
        Assert.StartsWith("1 sample is no", Summarize([], Unmeasured, nonFinite: 1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Summarize_NoSampleUsable_DoesNotSpeakOfSilenceHeard()
    {
        string said = Assert.Single(Summarize([], Unmeasured, tonalBalance: [], nonFinite: 30 * 44100 * 2));
        Assert.StartsWith("No sample is a usable number", said, StringComparison.Ordinal);
        Assert.DoesNotContain("was heard", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Summarize_SilenceBesideUnusableSamples_SaysBoth()
    {
        IReadOnlyList<string> said = Summarize([], Unmeasured, tonalBalance: [], nonFinite: 7);
        Assert.StartsWith("Nothing but silence was heard beside samples", said[0], StringComparison.Ordinal);
        Assert.StartsWith("7 samples are no", said[1], StringComparison.Ordinal);
    }

    private static LoudnessMeasures Unmeasured { get; } = new(null, null, null, null, null, null);

    private static FeatureValue[] Values(double bpm, double bpmConfidence, string key, double keyConfidence) =>
    [
        FeatureMeaningTableTests.Value(FeatureIds.Tempo, bpm, bpmConfidence),
        new FeatureValue
        {
            Definition = FeatureMeaningTableTests.Definition(FeatureIds.Key),
            Text = key,
            Confidence = keyConfidence,
        },
        FeatureMeaningTableTests.Value(FeatureIds.SpectralCentroid, 3500),
        FeatureMeaningTableTests.Value(FeatureIds.CrestFactor, 14),
        FeatureMeaningTableTests.Value(FeatureIds.PercussiveRatio, 0.3),
        FeatureMeaningTableTests.Value(FeatureIds.ChannelCorrelation, 0.99),
        FeatureMeaningTableTests.Value(FeatureIds.StereoWidth, 0.005),
    ];

    private static IReadOnlyList<string> Summarize(
        FeatureValue[] values, LoudnessMeasures loudness, double[]? tonalBalance = null, long nonFinite = 0)
    {
        var analysis = new TrackAnalysis(
            30,
            44100,
            2,
            new FeatureSet(values),
            new ExtendedMeasures
            {
                Loudness = loudness,
                TonalBalance = tonalBalance ?? [0.1, 0.3, 0.2, 0.2, 0.1, 0.06, 0.04],
                ClippedSamples = 0,
                DcOffset = 0,
                NonFiniteSamples = nonFinite,
                BeatsSeconds = [],
            });
        return TrackSummarizer.Summarize(analysis, FeatureMeaningTable.Interpret(analysis.Features));
    }
}
