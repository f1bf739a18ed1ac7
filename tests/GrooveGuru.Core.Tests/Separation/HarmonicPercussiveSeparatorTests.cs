using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Separation;
using GrooveGuru.Core.Separation.Evaluation;
using GrooveGuru.Core.Tests.DemoSong;

namespace GrooveGuru.Core.Tests.Separation;

public class HarmonicPercussiveSeparatorTests
{
    private const int SampleRateHz = 44100;

    /// <summary>Scores are taken over the first 20 s to keep the tests short.</summary>
    private const int LongestFrames = 20 * SampleRateHz;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(441)]
    [InlineData(50000)]
    public void Separate_AnyLength_PartsSumToTheOriginal(int frameCount)
    {
        AudioBuffer audio = Noise(frameCount);
        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(audio);
        Assert.Equal(frameCount, parts.Harmonic.FrameCount);
        for (int channel = 0; channel < 2; channel++)
        {
            float[] sum = new float[frameCount];
            TensorPrimitives.Add(parts.Harmonic.Channel(channel), parts.Percussive.Channel(channel), sum);
            TensorPrimitives.Subtract(sum, audio.Channel(channel), sum);
            // -130 dBFS: what two roundings to 32-bit float leave.
            Assert.True(frameCount == 0 || TensorPrimitives.MaxMagnitude<float>(sum) < 3e-7f);
        }
    }

    [Fact]
    public void Separate_SteadyTone_IsHarmonic()
    {
        float[] tone = Signals.Sine(440, 0.5, 3, SampleRateHz);
        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(Signals.Mono(tone, SampleRateHz));
        // The half second at each end has an edge, which is rightly taken as struck.
        Assert.True(EnergyShare(parts, SampleRateHz, 2 * SampleRateHz) < 0.001);
    }

    [Fact]
    public void Separate_Clicks_ArePercussive()
    {
        float[] clicks = new float[3 * SampleRateHz];
        for (int click = 5000; click < clicks.Length; click += 22050)
        {
            clicks[click] = 1;
        }

        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(Signals.Mono(clicks, SampleRateHz));
        Assert.True(EnergyShare(parts, 0, clicks.Length) > 0.99);
    }

    [Fact]
    public void Separate_Louder_IsTheSameLouder()
    {
        AudioBuffer audio = Noise(40000);
        AudioBuffer louder = audio.Clone();
        TensorPrimitives.Multiply(louder.Channel(0), 2, louder.Channel(0));
        TensorPrimitives.Multiply(louder.Channel(1), 2, louder.Channel(1));
        float[] expected = HarmonicPercussiveSeparator.Separate(audio).Harmonic.Channels[0];
        float[] actual = HarmonicPercussiveSeparator.Separate(louder).Harmonic.Channels[0];
        Assert.True(expected.Zip(actual).All(pair => Math.Abs((2 * pair.First) - pair.Second) < 1e-5));
    }

    [Fact]
    public void Separate_NotFiniteSamples_AreTakenAsSilence()
    {
        AudioBuffer audio = Noise(30000);
        audio.Channel(0)[100] = float.NaN;
        audio.Channel(1)[2000] = float.PositiveInfinity;
        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(audio);
        Assert.True(parts.Harmonic.Channels.Concat(parts.Percussive.Channels).All(channel => channel.All(float.IsFinite)));
    }

    [Fact]
    public void Separate_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => HarmonicPercussiveSeparator.Separate(Noise(1000), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void Separate_Progress_RisesToOne()
    {
        var seen = new List<double>();
        HarmonicPercussiveSeparator.Separate(Noise(100000), new Collector(seen));
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
    }

    [Fact]
    public void Separate_DemoSong_IsFarBetterThanTheMix()
    {
        DemoSongRendering song = RenderedDemoSong.Value;
        AudioBuffer rest = Sum(song.Stems[DemoSongParts.Bass], song.Stems[DemoSongParts.Chords], song.Stems[DemoSongParts.Lead]);
        AssertScores(Sum(song.Stems[DemoSongParts.Drums]), rest, percussiveGainDb: 9, harmonicGainDb: 8);
    }

    [SharedFact]
    public void Separate_RenderedPiece_IsFarBetterThanTheMix()
    {
        AudioBuffer Stem(string name) => AudioFile.ReadAll(SharedData.Path($"audio/stems/nott00_reelsm-q36/{name}.flac"));
        AudioBuffer rest = Sum(Stem("bass"), Stem("chords"), Stem("melody"));
        AudioBuffer silence = new(2, rest.FrameCount, rest.SampleRateHz);
        AssertScores(Sum(silence, Stem("drums")), rest, percussiveGainDb: 18, harmonicGainDb: 7);
    }

    /// <summary>Gains over the mix itself as the estimate; the floors lie about 1 dB below what was measured.</summary>
    private static void AssertScores(AudioBuffer drums, AudioBuffer rest, double percussiveGainDb, double harmonicGainDb)
    {
        AudioBuffer mix = Sum(drums, rest);
        HarmonicPercussiveParts parts = HarmonicPercussiveSeparator.Separate(mix);
        double percussive = SeparationScore.Compare(drums, parts.Percussive).SdrDb - SeparationScore.Compare(drums, mix).SdrDb;
        double harmonic = SeparationScore.Compare(rest, parts.Harmonic).SdrDb - SeparationScore.Compare(rest, mix).SdrDb;
        Assert.True(percussive > percussiveGainDb && harmonic > harmonicGainDb, $"{percussive:f2} dB, {harmonic:f2} dB");
    }

    private static AudioBuffer Sum(params AudioBuffer[] parts)
    {
        int frameCount = Math.Min(LongestFrames, parts.Max(part => part.FrameCount));
        var sum = new AudioBuffer(2, frameCount, parts[0].SampleRateHz);
        foreach (AudioBuffer part in parts)
        {
            for (int channel = 0; channel < 2; channel++)
            {
                int frames = Math.Min(frameCount, part.FrameCount);
                Span<float> target = sum.Channel(channel)[..frames];
                TensorPrimitives.Add(target, part.Channel(channel)[..frames], target);
            }
        }

        return sum;
    }

    private static AudioBuffer Noise(int frameCount)
    {
        double seconds = (double)frameCount / SampleRateHz;
        return Signals.Stereo(Signals.Noise(0.5, seconds, SampleRateHz, 3), Signals.Noise(0.5, seconds, SampleRateHz, 4), SampleRateHz);
    }

    /// <summary>Percussive energy over all within a range of frames.</summary>
    private static double EnergyShare(HarmonicPercussiveParts parts, int first, int last)
    {
        double percussive = TensorPrimitives.SumOfSquares<float>(parts.Percussive.Channel(0)[first..last]);
        return percussive / (percussive + TensorPrimitives.SumOfSquares<float>(parts.Harmonic.Channel(0)[first..last]));
    }

    private sealed class Collector(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
