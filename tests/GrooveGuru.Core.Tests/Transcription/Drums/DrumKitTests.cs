using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class DrumKitTests
{
    [Fact]
    public void Read_ThreeToms_GoUpTheKeys()
    {
        double[] pitches = [80, 120, 180, 80, 120, 180];
        IReadOnlyList<DrumHit> hits = DrumKit.Read([.. pitches.Select((pitch, at) => StrokeSamples.Of(at, DrumKind.Tom, 0.9f, pitch))]);
        Assert.Equal([43, 47, 50, 43, 47, 50], hits.Select(hit => hit.Key));
    }

    [Theory]
    [InlineData(0.9f, 0.6f, 42)]
    [InlineData(0.6f, 0.9f, 46)]
    public void Read_HatsBothLikely_AreOne(float closed, float open, int key)
    {
        Stroke stroke = StrokeSamples.Of(1, DrumKind.ClosedHat, closed, 9000);
        stroke.Probabilities[(int)DrumKind.OpenHat] = open;
        Assert.Equal(key, Assert.Single(DrumKit.Read([stroke])).Key);
    }

    [Fact]
    public void Read_KickAndHatTogether_AreBoth()
    {
        Stroke stroke = StrokeSamples.Of(1, DrumKind.Kick, 0.9f, 60);
        stroke.Probabilities[(int)DrumKind.ClosedHat] = 0.8f;
        Assert.Equal([36, 42], DrumKit.Read([stroke]).Select(hit => hit.Key));
    }

    [Theory]
    [InlineData(0.7f, 0.9f, 1.01)]
    [InlineData(0.9f, 0.7f, 1)]
    public void Read_OneKeyTwiceWithinTenMilliseconds_IsTheLikelier(float first, float second, double seconds)
    {
        Stroke[] strokes = [StrokeSamples.Of(1, DrumKind.Kick, first, 60), StrokeSamples.Of(1.01, DrumKind.Kick, second, 60)];
        Assert.Equal(seconds, Assert.Single(DrumKit.Read(strokes)).Seconds);
    }

    [Fact]
    public void Read_FastRoll_IsAllOfIt()
    {
        Stroke[] strokes = [.. Enumerable.Range(0, 12).Select(at => StrokeSamples.Of(0.05 * at, DrumKind.Snare, 0.9f))];
        Assert.Equal(12, DrumKit.Read(strokes).Count);
    }

    [Fact]
    public void Read_EchoFarBelowTheOthers_IsNone()
    {
        Stroke[] strokes = [.. Enumerable.Range(0, 6).Select(at => StrokeSamples.Of(at, DrumKind.Kick, 0.95f, 60, at == 3 ? -4.5f : -0.5f))];
        Assert.Equal([0, 1, 2, 4, 5], DrumKit.Read(strokes).Select(hit => hit.Seconds));
    }

    [Fact]
    public void Read_TwelveDbSofter_IsHalfTheVelocity()
    {
        Stroke[] strokes = [.. Enumerable.Range(0, 6).Select(at => StrokeSamples.Of(at, DrumKind.Kick, 0.95f, 60, at == 3 ? -1.7f : -0.5f))];
        int[] velocities = [.. DrumKit.Read(strokes).Select(hit => hit.Velocity)];
        Assert.InRange(velocities[3], (velocities[0] / 2) - 2, (velocities[0] / 2) + 2);
    }
}
