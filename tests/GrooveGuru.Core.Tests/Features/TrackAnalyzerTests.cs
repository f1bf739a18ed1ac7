using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

public class TrackAnalyzerTests
{
    private const int Rate = 44_100;

    public static TheoryData<string> OddInputs() =>
    [
        "empty", "one sample", "10 ms", "silence", "click", "dc", "square", "nan", "infinity", "huge", "denormal", "384 kHz", "8 kHz",
        "1 channel", "3 channels", "8 channels", "out of phase", "one side", "white noise",
    ];

    [Theory]
    [MemberData(nameof(OddInputs))]
    public void Analyze_OddInput_GivesAValueOrAReasonForEveryFeature(string name)
    {
        AudioBuffer buffer = Odd(name);

        TrackAnalysis analysis = TrackAnalyzer.Analyze(buffer);

        Assert.Equal(FeatureCatalog.All.Select(definition => definition.Id), analysis.Features.Select(value => value.Definition.Id));
        foreach (FeatureValue value in analysis.Features)
        {
            Assert.True(value.Value is not null || value.Text is not null || value.NotMeasurableReason is not null, value.Definition.Id);
            Assert.True(value.Value is null || double.IsFinite(value.Value.Value), value.Definition.Id);
            Assert.All(value.Detail, number => Assert.True(double.IsFinite(number)));
            Assert.All(value.Alternatives, other => Assert.InRange(other.Confidence, 0, 1));
            if (value.Value is not null && value.Definition.Unit == "0–1")
            {
                Assert.InRange(value.Value.Value, -1e-9, 1 + 1e-9);
            }
        }

        Assert.All(analysis.Extended.TonalBalance, share => Assert.InRange(share, 0, 1));
        Assert.True(double.IsFinite(analysis.Extended.DcOffset));
        Assert.True(analysis.Extended.Loudness.IntegratedLufs is null || double.IsFinite(analysis.Extended.Loudness.IntegratedLufs.Value));
        Assert.Equal(buffer.DurationSeconds, analysis.DurationSeconds);
    }

    [Fact]
    public void Analyze_Silence_SaysThatItIsSilent()
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(Odd("silence"));

        Assert.All(analysis.Features, value => Assert.False(value.IsMeasured));
        Assert.Contains("silent", analysis.Features.Find(FeatureIds.Rms)!.NotMeasurableReason, StringComparison.Ordinal);
        Assert.Empty(analysis.Extended.TonalBalance);
        Assert.Null(analysis.Extended.Loudness.TruePeakDbtp);
    }

    [Fact]
    public void Analyze_ConstantOffset_IsNoSubBass()
    {
        float[] tone = Signals.Sine(440, 0.1, 4, Rate);
        TrackAnalysis alone = TrackAnalyzer.Analyze(Odd("dc"));
        TrackAnalysis under = TrackAnalyzer.Analyze(Signals.Mono(tone.Select(sample => sample + 0.5f).ToArray(), Rate));

        Assert.Contains("constant", alone.Features.Find(FeatureIds.SubBassRatio)!.NotMeasurableReason, StringComparison.Ordinal);
        Assert.Empty(alone.Extended.TonalBalance);
        Assert.InRange(under.Features.Number(FeatureIds.SubBassRatio)!.Value, 0, 0.001);
    }

    [Fact]
    public void Push_CutAnywhere_GivesTheSameBitForBit()
    {
        AudioBuffer buffer = Signals.Stereo(Groove(5, 1), Groove(5, 2), Rate);
        TrackAnalysis whole = TrackAnalyzer.Analyze(buffer);
        var random = new Random(77);
        var analyzer = new TrackAnalyzer(Rate, 2);
        for (int at = 0; at < buffer.FrameCount;)
        {
            int count = Math.Min(random.Next(1, 9000), buffer.FrameCount - at);
            analyzer.Push(buffer.Channels, at, count);
            at += count;
        }

        TrackAnalysis parts = analyzer.Finish();

        Assert.Equal(whole.Features.Select(value => (value.Value, value.Text)), parts.Features.Select(value => (value.Value, value.Text)));
        Assert.Equal(whole.Extended.Loudness, parts.Extended.Loudness);
        Assert.Equal(whole.Extended.TonalBalance, parts.Extended.TonalBalance);
        Assert.Equal(whole.Extended.BeatsSeconds, parts.Extended.BeatsSeconds);
    }

    [Fact]
    public void Analyze_HalfTheGain_MovesLevelsBySixAndNothingElse()
    {
        float[] loud = Groove(6, 3), soft = loud.Select(sample => sample / 2).ToArray();
        TrackAnalysis a = TrackAnalyzer.Analyze(Signals.Mono(loud, Rate)), b = TrackAnalyzer.Analyze(Signals.Mono(soft, Rate));
        double six = 20 * Math.Log10(2);

        Assert.Equal(six, a.Features.Number(FeatureIds.Rms)!.Value - b.Features.Number(FeatureIds.Rms)!.Value, 1e-6);
        Assert.Equal(six, a.Extended.Loudness.IntegratedLufs!.Value - b.Extended.Loudness.IntegratedLufs!.Value, 0.011);
        foreach (string id in new[]
        {
            FeatureIds.CrestFactor, FeatureIds.SpectralCentroid, FeatureIds.HarmonicRatio, FeatureIds.SubBassRatio, FeatureIds.PunchFactor,
            FeatureIds.Tempo, FeatureIds.OnsetDensity, FeatureCatalog.MfccId(2), FeatureIds.ArrangementDensity, FeatureIds.DynamicRange,
        })
        {
            Assert.Equal(a.Features.Number(id)!.Value, b.Features.Number(id)!.Value, 1e-3 * Math.Abs(a.Features.Number(id)!.Value) + 1e-6);
        }
    }

    [Fact]
    public void Analyze_StereoFields_ReadAsDefined()
    {
        float[] noise = Signals.Noise(0.5, 1, Rate, 1), other = Signals.Noise(0.5, 1, Rate, 2);
        (double? Correlation, double? Width) Read(AudioBuffer buffer)
        {
            FeatureSet features = TrackAnalyzer.Analyze(buffer, AnalysisScope.Stereo).Features;
            return (features.Number(FeatureIds.ChannelCorrelation), features.Number(FeatureIds.StereoWidth));
        }

        Assert.Equal((1, 0), Read(Signals.Mono(noise, Rate)));
        Assert.Equal((1, 0), Read(Signals.Stereo(noise, noise, Rate)));
        (double? correlation, double? width) = Read(Signals.Stereo(noise, noise.Select(sample => -sample).ToArray(), Rate));
        Assert.Equal(-1, correlation!.Value, 1e-9);
        Assert.Equal(1, width!.Value, 1e-9);
        (correlation, width) = Read(Signals.Stereo(noise, other, Rate));
        Assert.Equal(0, correlation!.Value, 0.02);
        Assert.Equal(0.5, width!.Value, 0.02);
        (correlation, width) = Read(Signals.Stereo(noise, new float[Rate], Rate));
        Assert.Null(correlation);
        Assert.Equal(0.5, width!.Value, 1e-9);
    }

    [Fact]
    public void Analyze_PureTones_FallIntoTheirBands()
    {
        double[] frequencies = [40, 100, 250, 600, 2000, 5000, 15_000];
        for (int band = 0; band < frequencies.Length; band++)
        {
            TrackAnalysis analysis = TrackAnalyzer.Analyze(Signals.Mono(Signals.Sine(frequencies[band], 0.5, 3, Rate), Rate), AnalysisScope.Spectrum);
            Assert.InRange(analysis.Extended.TonalBalance[band], 0.97, 1);
            Assert.Equal(1, analysis.Extended.TonalBalance.Sum(), 1e-9);
            Assert.Equal(band == 0 ? 1 : 0, analysis.Features.Number(FeatureIds.SubBassRatio)!.Value, 0.03);
        }
    }

    [Fact]
    public void Analyze_SineAndClicks_AreHarmonicAndPercussive()
    {
        double sine = TrackAnalyzer.Analyze(Signals.Mono(Signals.Sine(440, 0.5, 3, Rate), Rate)).Features.Number(FeatureIds.HarmonicRatio)!.Value;
        double clicks = TrackAnalyzer.Analyze(Clicks(120, 6)).Features.Number(FeatureIds.PercussiveRatio)!.Value;

        Assert.InRange(sine, 0.99, 1);
        Assert.InRange(clicks, 0.99, 1);
    }

    [Fact]
    public void Analyze_ClippedAndOffset_AreCounted()
    {
        float[] samples = Signals.Sine(100, 2, 1, Rate).Select(sample => Math.Clamp(sample, -1, 1)).ToArray();
        samples[1] = float.NaN;
        samples[2] = float.PositiveInfinity;
        samples[3] = 3e38f;
        ExtendedMeasures extended = TrackAnalyzer.Analyze(Signals.Mono(samples, Rate), AnalysisScope.Level).Extended;

        Assert.Equal(3, extended.NonFiniteSamples);
        Assert.InRange(extended.ClippedSamples, Rate * 0.6, Rate * 0.7);
        Assert.Equal(0.25, TrackAnalyzer.Analyze(Signals.Mono(Enumerable.Repeat(0.25f, 999).ToArray(), Rate), AnalysisScope.Level).Extended.DcOffset, 1e-6);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(120)]
    [InlineData(140)]
    public void Analyze_ClickTrack_FindsTempoAndBeats(double bpm)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(Clicks(bpm, 12), AnalysisScope.Rhythm);

        Assert.Equal(bpm, analysis.Features.Number(FeatureIds.Tempo)!.Value, 0.01 * bpm);
        Assert.Equal(bpm / 60, analysis.Features.Number(FeatureIds.OnsetDensity)!.Value, 0.2);
        Assert.All(analysis.Extended.BeatsSeconds, beat => Assert.Equal(Math.Round(beat * bpm / 60), beat * bpm / 60, 0.1));
        Assert.InRange(analysis.Extended.BeatsSeconds.Count, (12 * bpm / 60) - 3, (12 * bpm / 60) + 1);
    }

    [Fact]
    public void Analyze_Noise_IsUnsureOfTempoAndKey()
    {
        FeatureSet features = TrackAnalyzer.Analyze(Signals.Mono(Signals.Noise(0.5, 20, Rate, 42), Rate)).Features;

        Assert.Equal(0, features.Number(FeatureIds.Tempo));
        Assert.Equal("unsure", features.Find(FeatureIds.Tempo)!.Text);
        Assert.False(features.Find(FeatureIds.Key)!.IsMeasured);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(-40)]
    public void Analyze_CadenceInAnyTuning_FindsTheKey(double cents)
    {
        // I IV V I in D major.
        int[][] chords = [[50, 62, 66, 69], [43, 62, 67, 71], [45, 61, 64, 69], [50, 62, 66, 69]];
        float[] samples = chords.SelectMany(chord => Chord(chord, 1.5, cents)).ToArray();

        FeatureSet features = TrackAnalyzer.Analyze(Signals.Mono(samples, Rate), AnalysisScope.Tonality).Features;

        Assert.Equal("D major", features.Find(FeatureIds.Key)!.Text);
    }

    [Fact]
    public void Finish_Twice_Throws()
    {
        var analyzer = new TrackAnalyzer(Rate, 1);
        analyzer.Finish();
        Assert.Throws<InvalidOperationException>(() => analyzer.Finish());
    }

    [Fact]
    public void Analyze_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(
        () => TrackAnalyzer.Analyze(Odd("white noise"), AnalysisScope.All, new CancellationToken(canceled: true)));

    private static AudioBuffer Odd(string name) => name switch
    {
        "empty" => new AudioBuffer(2, 0, Rate),
        "one sample" => Signals.Mono([0.5f], Rate),
        "10 ms" => Signals.Mono(Signals.Sine(440, 0.5, 0.01, Rate), Rate),
        "silence" => new AudioBuffer(2, 4 * Rate, Rate),
        "click" => Signals.Mono(Enumerable.Range(0, 4 * Rate).Select(i => i == Rate ? 1f : 0).ToArray(), Rate),
        "dc" => Signals.Mono(Enumerable.Repeat(0.7f, 4 * Rate).ToArray(), Rate),
        "square" => Signals.Mono(Signals.Sine(440, 1, 4, Rate).Select(sample => sample < 0 ? -1f : 1f).ToArray(), Rate),
        "nan" => Signals.Mono(Enumerable.Repeat(float.NaN, 4 * Rate).ToArray(), Rate),
        "infinity" => Signals.Mono(Signals.Noise(1, 4, Rate, 6).Select(sample => sample > 0.9f ? float.NegativeInfinity : sample).ToArray(), Rate),
        "huge" => Signals.Mono(Signals.Noise(1, 4, Rate, 6).Select(sample => sample * 1e30f).ToArray(), Rate),
        "denormal" => Signals.Mono(Signals.Noise(1, 4, Rate, 6).Select(sample => sample * 1e-40f).ToArray(), Rate),
        "384 kHz" => Signals.Mono(Signals.Noise(0.5, 1, 384_000, 6), 384_000),
        "8 kHz" => Signals.Mono(Signals.Noise(0.5, 4, 8_000, 6), 8_000),
        "1 channel" => Channels(1),
        "3 channels" => Channels(3),
        "8 channels" => Channels(8),
        "out of phase" => Signals.Stereo(Signals.Sine(300, 0.5, 4, Rate), Signals.Sine(300, -0.5, 4, Rate), Rate),
        "one side" => Signals.Stereo(Signals.Sine(300, 0.5, 4, Rate), new float[4 * Rate], Rate),
        "white noise" => Signals.Mono(Signals.Noise(0.5, 4, Rate, 6), Rate),
        _ => throw new ArgumentException(name),
    };

    private static AudioBuffer Channels(int count) =>
        new(Enumerable.Range(0, count).Select(seed => Signals.Noise(0.3, 4, 48_000, seed)).ToArray(), 48_000);

    private static AudioBuffer Clicks(double bpm, double seconds)
    {
        var samples = new float[(int)(seconds * Rate)];
        for (double beat = 0; beat < seconds; beat += 60 / bpm)
        {
            int at = (int)Math.Round(beat * Rate);
            for (int i = 0; i < 20 && at + i < samples.Length; i++)
            {
                samples[at + i] = i % 2 == 0 ? 0.8f : -0.8f;
            }
        }

        return Signals.Mono(samples, Rate);
    }

    // A kick on every beat at 120 BPM under a held chord and a little noise.
    private static float[] Groove(double seconds, int seed)
    {
        float[] samples = Signals.Noise(0.01, seconds, Rate, seed);
        for (int i = 0; i < samples.Length; i++)
        {
            double time = (double)i / Rate, since = time % 0.5;
            samples[i] += (float)((0.5 * Math.Sin(2 * Math.PI * 55 * since) * Math.Exp(-12 * since))
                + (0.1 * Math.Sin(2 * Math.PI * 220 * time)) + (0.1 * Math.Sin(2 * Math.PI * 277.18 * time)));
        }

        return samples;
    }

    private static float[] Chord(int[] pitches, double seconds, double cents)
    {
        var sum = new float[(int)(seconds * Rate)];
        foreach (int pitch in pitches)
        {
            double frequencyHz = 440 * Math.Pow(2, (pitch - 69 + (cents / 100)) / 12);
            for (int harmonic = 1; harmonic <= 4; harmonic++)
            {
                float[] part = Signals.Sine(harmonic * frequencyHz, 0.1 / harmonic, seconds, Rate);
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += part[i];
                }
            }
        }

        return sum;
    }
}
