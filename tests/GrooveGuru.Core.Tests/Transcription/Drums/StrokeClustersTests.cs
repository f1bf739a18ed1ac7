using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class StrokeClustersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Group_Blobs_FindsHowManyThereAre(int count)
    {
        Random random = new(7);
        float[][] points = [.. Enumerable.Range(0, 40 * count).Select(at =>
            Enumerable.Range(0, 12).Select(sign => (float)((sign == at % count ? 4 : 0) + (0.3 * (random.NextDouble() - 0.5)))).ToArray())];
        int[] groups = StrokeClusters.Group(points);
        Assert.Equal(count, groups.Distinct().Count());
        Assert.All(Enumerable.Range(0, points.Length), at => Assert.Equal(groups[at % count], groups[at]));
    }

    [Fact]
    public void Agree_OneDoubtAmongMany_IsSettledByTheOthers()
    {
        Random random = new(3);
        Stroke[] strokes = [.. Enumerable.Range(0, 20).Select(at => StrokeSamples.Of(at, DrumKind.Snare, at == 7 ? 0.4f : 0.9f))];
        foreach (Stroke stroke in strokes)
        {
            foreach (ref float rise in stroke.Rises.AsSpan())
            {
                rise = Math.Clamp(rise, 0, 2) + random.NextSingle();
            }
        }

        Assert.All(StrokeClusters.Agree(strokes), stroke => Assert.True(stroke.Probabilities[(int)DrumKind.Snare] > 0.5f));
    }

    [Fact]
    public void Agree_FewStrokes_AreLeftAlone()
    {
        Stroke[] strokes = [StrokeSamples.Of(0, DrumKind.Kick, 0.3f), StrokeSamples.Of(1, DrumKind.Kick, 0.9f)];
        Assert.Same(strokes, StrokeClusters.Agree(strokes));
    }
}
