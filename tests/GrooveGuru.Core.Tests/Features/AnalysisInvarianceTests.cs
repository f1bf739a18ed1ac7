using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

/// <summary>What must not change a measurement: how audio is cut, how many threads hear it, polarity, channel order, time and rate.</summary>
public class AnalysisInvarianceTests
{
    private const int Rate = 44_100;

    [Fact]
    public void Push_AnyCuts_ChangesNoBit() => Prop
        .ForAll<int, byte>((seed, seconds) => IsCutInvariant(seed, 0.2 + (seconds % 30 * 0.1)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Analyze_AnyNumberOfThreads_ChangesNoBit(int threadCount)
    {
        foreach (double seconds in new[] { 0, 0.01, 0.75, 6.3 })
        {
            AudioBuffer audio = Music(seconds, 5);
            Assert.Equal(Everything(TrackAnalyzer.Analyze(audio)), Everything(TrackAnalyzer.Analyze(audio, AnalysisScope.All, threadCount)));
            using var source = new BufferAudioSource(audio);
            Assert.Equal(Everything(TrackAnalyzer.Analyze(audio)), Everything(TrackAnalyzer.Analyze(source, null, threadCount)));
        }
    }

    [Fact]
    public void Analyze_OtherPolarity_ChangesNothingButTheSign()
    {
        AudioBuffer audio = Music(5, 1);
        AudioBuffer inverted = new(audio.Channels.Select(channel => channel.Select(sample => -sample).ToArray()).ToArray(), Rate);

        // The sign of digital silence is positive either way, so a few crossings are counted one sample apart.
        AssertClose(TrackAnalyzer.Analyze(audio), TrackAnalyzer.Analyze(inverted), 1e-9, (FeatureIds.ZeroCrossingRate, 1e-3));
    }

    [Fact]
    public void Analyze_SwappedChannels_ChangesNothing()
    {
        AudioBuffer audio = Music(5, 2), swapped = Signals.Stereo(audio.Channels[1], audio.Channels[0], Rate);

        AssertClose(TrackAnalyzer.Analyze(audio), TrackAnalyzer.Analyze(swapped), 1e-9);
    }

    [Fact]
    public void Analyze_LaterByWholeFrames_ChangesLittle()
    {
        // 2048 samples of the analysis rate, so that frames fall alike; means then count four more frames of silence, and the
        // blocks of the punch factor fall otherwise; an onset or two of forty may come and go at the ends. This music can be counted
        // at 120 or, by its chords, at 60: a near tie may tip either way.
        // Behind silence the first chord opens the piece and tells more of its key.
        AudioBuffer audio = Music(20, 3);
        float[] silence = new float[4096];
        AudioBuffer late = new(audio.Channels.Select(channel => silence.Concat(channel).ToArray()).ToArray(), Rate);

        AssertClose(
            TrackAnalyzer.Analyze(audio), TrackAnalyzer.Analyze(late), 0.02, (FeatureCatalog.MfccId(1), 0.05), (FeatureIds.PunchFactor, 0.05),
            (FeatureIds.OnsetDensity, 0.06), (FeatureIds.Tempo, 1), (FeatureIds.KeyConfidence, 0.1));
    }

    [Theory]
    [InlineData(48_000)]
    [InlineData(96_000)]
    public void Analyze_OtherSampleRate_ChangesLittle(int rate)
    {
        AudioBuffer audio = Music(8, 4);
        AudioBuffer resampled = new(audio.Channels.Select(channel => Resampler.Resample(channel, Rate, rate)).ToArray(), rate);
        TrackAnalysis expected = TrackAnalyzer.Analyze(audio), actual = TrackAnalyzer.Analyze(resampled);

        // The valley of the highest contrast band lies in the transition band of both resamplers.
        AssertClose(expected, actual, 0.01, (FeatureIds.SpectralContrast, 0.05));
        Assert.Equal(expected.Extended.Loudness.IntegratedLufs!.Value, actual.Extended.Loudness.IntegratedLufs!.Value, 0.05);
    }

    private static bool IsCutInvariant(int seed, double seconds)
    {
        AudioBuffer audio = Music(seconds, seed);
        var random = new Random(seed);
        var analyzer = new TrackAnalyzer(Rate, 2, AnalysisScope.All, 1 + random.Next(3));
        for (int at = 0; at < audio.FrameCount;)
        {
            int count = Math.Min(random.Next(1, random.Next(2, 60_000)), audio.FrameCount - at);
            analyzer.Push(audio.Channels, at, count);
            at += count;
        }

        return Everything(TrackAnalyzer.Analyze(audio)) == Everything(analyzer.Finish());
    }

    // All numbers to the last bit, as text.
    private static string Everything(TrackAnalysis analysis)
    {
        ExtendedMeasures more = analysis.Extended;
        return string.Join('\n', analysis.Features.Select(value => $"{value.Definition.Id} {value.Value:R} {value.Text} {string.Join(' ', value.Detail)}")
            .Append($"{more.Loudness} {more.ClippedSamples} {more.DcOffset:R} {more.LowEndPercussiveShare:R}")
            .Append(string.Join(' ', more.TonalBalance.Concat(more.BeatsSeconds)))
            .Append(string.Join(' ', analysis.Series.MomentaryLufs.Concat(analysis.Series.ShortTermLufs))));
    }

    private static void AssertClose(
        TrackAnalysis expected, TrackAnalysis actual, double relative, params (string Id, double Relative)[] wider)
    {
        foreach (FeatureValue value in expected.Features.Where(value => value.Value is not null))
        {
            string id = value.Definition.Id;
            double share = wider.Where(other => other.Id == id).Select(other => other.Relative).Append(relative).Max();
            // Cepstral coefficients are levels in dB and may lie at 0: the tolerance is one of level.
            double scale = id.StartsWith(FeatureIds.MfccPrefix, StringComparison.Ordinal) ? 100 : Math.Abs(value.Value!.Value);
            double? other = actual.Features.Number(id);
            Assert.True(other is not null && Math.Abs(value.Value!.Value - other.Value) <= (share * scale) + 1e-9, $"{id}: {other} for {value.Value}");
        }
    }

    // A kick on every beat at 120 BPM, a chord that changes every second, and other noise on each side.
    private static AudioBuffer Music(double seconds, int seed)
    {
        float[] left = Signals.Noise(0.02, seconds, Rate, seed), right = Signals.Noise(0.02, seconds, Rate, seed + 1);
        for (int i = 0; i < left.Length; i++)
        {
            double time = (double)i / Rate, since = time % 0.5, root = (int)time % 2 == 0 ? 220 : 293.66;
            double chord = Math.Sin(2 * Math.PI * root * time) + Math.Sin(2 * Math.PI * root * 1.26 * time) + Math.Sin(2 * Math.PI * root * 1.5 * time);
            double kick = 0.5 * Math.Sin(2 * Math.PI * 55 * since) * Math.Exp(-12 * since);
            left[i] += (float)(kick + (0.08 * chord));
            right[i] += (float)(kick + (0.05 * chord));
        }

        return Signals.Stereo(left, right, Rate);
    }
}
