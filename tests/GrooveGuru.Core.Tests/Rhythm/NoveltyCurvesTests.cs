using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Core.Tests.Rhythm;

public class NoveltyCurvesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(300)]
    public void Crests_OfAnyLength_AreTheGreatestWithinReach(int length)
    {
        float[] curve = Random(length);

        float[] crests = NoveltyCurves.Crests(curve, 3);

        Assert.Equal(
            Enumerable.Range(0, length).Select(i => curve[Math.Max(0, i - 3)..Math.Min(length, i + 4)].Max()),
            crests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public void LocalMeans_OfAnyLength_AreThoseWithinReach(int length)
    {
        float[] curve = Random(length);

        float[] means = NoveltyCurves.LocalMeans(curve, 4);

        Assert.All(Enumerable.Range(0, length), i =>
            Assert.Equal(curve[Math.Max(0, i - 4)..Math.Min(length, i + 5)].Average(), means[i], 1e-5f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(200)]
    public void Smoothed_AnImpulse_KeepsItsSumAwayFromTheEnds(int length)
    {
        var impulse = new float[length];
        impulse[length / 2] = 1;

        float[] smoothed = NoveltyCurves.Smoothed(impulse, 2);

        Assert.Equal(length, smoothed.Length);
        Assert.Equal(smoothed.Max(), smoothed[length / 2]);
        Assert.InRange(smoothed.Sum(), length > 13 ? 0.999f : 0.1f, 1.001f);
    }

    [Fact]
    public void Autocorrelation_OfPulses_PeaksAtTheirPeriod()
    {
        float[] pulses = [.. Enumerable.Range(0, 1000).Select(i => i % 25 == 0 ? 1f : 0f)];

        double[] correlation = NoveltyCurves.Autocorrelation(pulses, 60);

        Assert.Equal(1, correlation[0], 1e-6);
        Assert.Equal(1, correlation[25], 0.03);
        Assert.True(correlation[24] < 0);
        Assert.All(NoveltyCurves.Autocorrelation([], 10), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Track_Pulses_FollowsThemThoughOneIsMissing()
    {
        float[] pulses = [.. Enumerable.Range(0, 2000).Select(i => i % 43 == 5 && i != 5 + (43 * 20) ? 3f : 0f)];

        (int[] frames, double gathered) = new PulseTracker().Track(pulses, 42);

        Assert.All(frames, frame => Assert.Equal(5, frame % 43));
        Assert.InRange(frames.Length, 45, 47);
        Assert.True(gathered > 100);
        Assert.Empty(new PulseTracker().Track([], 42).Frames);
    }

    [Fact]
    public void Pick_NothingOrFlat_GivesNoOnsets()
    {
        Assert.Empty(OnsetPicker.Pick([], [], []));
        Assert.Empty(OnsetPicker.Pick(new float[500], new float[500], Silent(500)));
        Assert.Empty(OnsetPicker.Pick([.. Enumerable.Repeat(5f, 500)], [.. Enumerable.Repeat(5f, 500)], Silent(500)));
    }

    [Fact]
    public void Pick_SoundFromTheFirstFrame_BeginsAtZero()
    {
        float[] level = Silent(500);
        level.AsSpan(0, 40).Fill(-20);

        Assert.Equal([0], OnsetPicker.Pick(new float[500], new float[500], level));
    }

    [Fact]
    public void Pick_RiseAtTheVeryEnd_IsTheCutAndNoOnset()
    {
        float[] attack = new float[500];
        attack[200] = 10;
        attack[498] = 10;

        Assert.Equal([200 / NoveltyRate.FrameRateHz], OnsetPicker.Pick(attack, new float[500], Silent(500)));
    }

    private static float[] Silent(int frames) => [.. Enumerable.Repeat(AttackNovelty.SilentLevelDb, frames)];

    [Fact]
    public void Extent_OfSoundBetweenSilence_IsTheSound()
    {
        List<float> levels = [.. Enumerable.Range(0, 3000).Select(i => i is >= 500 and < 2500 ? -20f : -100f)];

        (double start, double end) = MusicExtent.Of(levels);

        Assert.Equal(500 / NoveltyRate.FrameRateHz, start, 0.11);
        Assert.Equal(2499 / NoveltyRate.FrameRateHz, end, 0.001);
        Assert.Equal((0, 0), MusicExtent.Of([]));
    }

    [Fact]
    public void ChordChanges_OfTwoHarmoniesInTurn_AreFoundWhereTheyChange()
    {
        // Two beats of one pitch class, two of another; a beat is 22 long frames.
        const int beatFrames = 22;
        float[] chroma = [.. Enumerable.Range(0, 8 * beatFrames).SelectMany(frame =>
            Enumerable.Range(0, PitchNovelty.ChromaBins).Select(i => i == (frame / (2 * beatFrames) % 2 == 0 ? 0 : 5) ? 1f : 0f))];
        double beat = beatFrames * NoveltyRate.FramesPerLongFrame / NoveltyRate.FrameRateHz;

        (double[] change, double[] slow) = BeatChords.Changes(chroma, [.. Enumerable.Range(0, 8).Select(i => i * beat)]);

        Assert.All(Enumerable.Range(1, 7), i => Assert.Equal(i % 2 == 0, change[i] > 0.3));
        Assert.True(slow[2] > slow[3] && slow[4] > slow[3]);
    }

    private static float[] Random(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => (float)random.NextDouble())];
    }
}
