using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Rhythm;

/// <summary>What must hold of tempo, beats and onsets whatever the music.</summary>
public class RhythmReadingTests
{
    private const int SampleRateHz = 22_050;

    [Theory]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(93)]
    [InlineData(120)]
    [InlineData(147)]
    [InlineData(175)]
    [InlineData(200)]
    public void Tempo_OfClicks_IsTheirsWithTheUsualReadingsBeside(double bpm)
    {
        FeatureValue tempo = Analyze(Clicks(bpm, 24)).Features.Find(FeatureIds.Tempo)!;

        Assert.Equal(bpm, tempo.Value!.Value, 0.01 * bpm);
        Assert.All((double[])[2, 0.5, 2.0 / 3, 0.75, 4.0 / 3, 1.5, 1.25], ratio =>
            Assert.Contains(tempo.Alternatives!, other => Math.Abs(other.Value!.Value - (ratio * bpm)) < 0.04 * ratio * bpm));
        Assert.InRange(tempo.Confidence!.Value + tempo.Alternatives!.Sum(other => other.Confidence), 0.5, 1 + 1e-6);
    }

    [Fact]
    public void Onsets_OfClicks_AreTheClicks()
    {
        IReadOnlyList<double> onsets = Analyze(Clicks(120, 12)).Extended.OnsetsSeconds;

        Assert.Equal(24, onsets.Count);
        Assert.All(onsets.Select((onset, index) => onset - 0.25 - (0.5 * index)), error => Assert.InRange(Math.Abs(error), 0, 0.015));
    }

    [Fact]
    public void Beats_OfAGroove_AreOnItsKicksAndSnares()
    {
        TrackAnalysis analysis = Analyze(Groove(110, 30));

        Assert.Equal(110, analysis.Features.Number(FeatureIds.Tempo)!.Value, 1.0);
        Assert.All(analysis.Extended.BeatsSeconds, beat =>
        {
            double beats = (beat - 0.25) * 110 / 60;
            Assert.InRange(Math.Abs(beats - Math.Round(beats)), 0, 0.06);
        });
        Assert.Equal(4, analysis.Extended.Meter!.BeatsPerBar);
        Assert.All(analysis.Extended.DownbeatsSeconds, downbeat => Assert.Contains(downbeat, analysis.Extended.BeatsSeconds));
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(3f)]
    public void Rhythm_AtAnotherGain_IsTheSame(float gain)
    {
        float[] music = Groove(97, 20);

        TrackAnalysis plain = Analyze(music), scaled = Analyze([.. music.Select(sample => sample * gain)]);

        Assert.Equal(plain.Features.Number(FeatureIds.Tempo)!.Value, scaled.Features.Number(FeatureIds.Tempo)!.Value, 0.01);
        Assert.Equal(plain.Extended.BeatsSeconds.Count, scaled.Extended.BeatsSeconds.Count);
        Assert.All(plain.Extended.BeatsSeconds.Zip(scaled.Extended.BeatsSeconds), pair => Assert.Equal(pair.First, pair.Second, 0.001));
    }

    [Fact]
    public void Beats_OfMusicMovedByWholeHops_MoveWithIt()
    {
        const int hops = 40;
        float[] music = Groove(97, 20);

        TrackAnalysis plain = Analyze(music), late = Analyze([.. new float[hops * 512], .. music]);

        double shift = hops * 512.0 / SampleRateHz;
        double[] moved = [.. late.Extended.BeatsSeconds.Where(beat => beat > 2 + shift)];
        double[] expected = [.. plain.Extended.BeatsSeconds.Where(beat => beat > 2).Select(beat => beat + shift)];
        Assert.Equal(expected.Length, moved.Length);
        Assert.All(expected.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 0.012));
    }

    [Fact]
    public void Tempo_OfWhatHasNoPulse_IsUnsure()
    {
        var random = new Random(5);
        float[] noise = [.. Enumerable.Range(0, 20 * SampleRateHz).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[] tone = [.. Enumerable.Range(0, 20 * SampleRateHz).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 220 * i / SampleRateHz))];
        var click = new float[20 * SampleRateHz];
        AddHit(click, 5, 0.05, 1, random);

        foreach (float[] sound in (float[][])[noise, tone, click])
        {
            TrackAnalysis analysis = Analyze(sound);
            FeatureValue tempo = analysis.Features.Find(FeatureIds.Tempo)!;

            Assert.Equal(0, tempo.Value);
            Assert.Equal("unsure", tempo.Text);
            Assert.Empty(analysis.Extended.BeatsSeconds);
            Assert.Empty(analysis.Extended.DownbeatsSeconds);
            Assert.Null(analysis.Extended.Meter);
        }
    }

    [Fact]
    public void Tempo_OfCallsAndWind_IsHardlyEverANumber()
    {
        int numbers = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            numbers += Analyze(Calls(seed)).Features.Number(FeatureIds.Tempo) > 0 ? 1 : 0;
            numbers += Analyze(Wind(seed)).Features.Number(FeatureIds.Tempo) > 0 ? 1 : 0;
        }

        Assert.InRange(numbers, 0, 2);
    }

    // A whale: glides of one to three seconds with pauses between them.
    private static float[] Calls(int seed)
    {
        var random = new Random(seed);
        var sound = new float[20 * SampleRateHz];
        double At(double low, double high) => low + ((high - low) * random.NextDouble());
        for (double start = 0.2; start < 16;)
        {
            double seconds = At(0.8, 3.2), fromHz = At(120, 500), toHz = At(120, 700), bendHz = At(-80, 80), phase = 0;
            int first = (int)(start * SampleRateHz), count = (int)(seconds * SampleRateHz);
            for (int i = 0; i < count && first + i < sound.Length; i++)
            {
                double share = (double)i / count;
                phase += (fromHz + ((toHz - fromHz) * share) + (bendHz * Math.Sin(5 * share))) / SampleRateHz;
                double voice = Math.Sin(2 * Math.PI * phase) + (0.4 * Math.Sin(4 * Math.PI * phase));
                sound[first + i] += (float)(0.3 * Math.Sin(Math.PI * share) * voice);
            }

            start += seconds + At(0.2, 2);
        }

        return sound;
    }

    private static float[] Wind(int seed)
    {
        var random = new Random(seed);
        var sound = new float[20 * SampleRateHz];
        double gain = 1, wanted = 1, smooth = 0;
        for (int i = 0; i < sound.Length; i++)
        {
            wanted = i % 1000 == 0 ? 0.1 + (0.9 * random.NextDouble()) : wanted;
            gain += (wanted - gain) * 0.002;
            smooth = (0.7 * smooth) + random.NextDouble() - 0.5;
            sound[i] = (float)(0.3 * gain * smooth);
        }

        return sound;
    }

    private static TrackAnalysis Analyze(float[] mono) =>
        TrackAnalyzer.Analyze(new AudioBuffer([mono], SampleRateHz), AnalysisScope.Rhythm);

    private static float[] Clicks(double bpm, double seconds)
    {
        var random = new Random(1);
        var sound = new float[(int)(seconds * SampleRateHz)];
        for (double at = 0.25; at < seconds; at += 60 / bpm)
        {
            AddHit(sound, at, 0.01, 0.5f, random);
        }

        return sound;
    }

    // Kick on 1 and 3, snare on 2 and 4, hats between.
    private static float[] Groove(double bpm, double seconds)
    {
        var random = new Random(2);
        var sound = new float[(int)(seconds * SampleRateHz)];
        double half = 30 / bpm;
        for (int i = 0; 0.25 + (i * half) < seconds - 0.5; i++)
        {
            double at = 0.25 + (i * half);
            AddHit(sound, at, 0.008, 0.08f, random);
            if (i % 4 == 2)
            {
                AddHit(sound, at, 0.05, 0.4f, random);
            }
            else if (i % 4 == 0)
            {
                AddKick(sound, at);
            }
        }

        return sound;
    }

    private static void AddKick(float[] sound, double seconds)
    {
        int start = (int)(seconds * SampleRateHz);
        for (int i = 0; i < SampleRateHz / 5 && start + i < sound.Length; i++)
        {
            sound[start + i] += 0.6f * MathF.Exp(-i / (0.06f * SampleRateHz)) * MathF.Sin(2 * MathF.PI * 60 * i / SampleRateHz);
        }
    }

    private static void AddHit(float[] sound, double seconds, double decaySeconds, float level, Random random)
    {
        int start = (int)(seconds * SampleRateHz);
        for (int i = 0; i < 6 * decaySeconds * SampleRateHz && start + i < sound.Length; i++)
        {
            sound[start + i] += level * (float)(Math.Exp(-i / (decaySeconds * SampleRateHz)) * ((2 * random.NextDouble()) - 1));
        }
    }
}
