using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

public class ChordModelTests
{
    [Theory]
    [InlineData(ChordQuality.Major, 0, 4, 7)]
    [InlineData(ChordQuality.Minor, 0, 3, 7)]
    [InlineData(ChordQuality.Seventh, 0, 4, 7, 10)]
    [InlineData(ChordQuality.Diminished, 0, 3, 6)]
    public void Rate_PlainChordOnAnyRoot_FindsIt(ChordQuality quality, params int[] intervals)
    {
        float[] all = new float[12], bass = new float[12], likelihoods = new float[ChordModel.ClassCount];
        for (int root = 0; root < 12; root++)
        {
            Array.Clear(all);
            Array.Clear(bass);
            foreach (int interval in intervals)
            {
                all[(root + interval) % 12] = 2;
            }

            bass[root] = 3;
            ChordModel.Rate(all, bass, 1, likelihoods);

            int best = Array.IndexOf(likelihoods, likelihoods.Max());
            Assert.Equal(new ChordLabel(root, quality), ChordModel.Label(best));
            Assert.InRange(likelihoods[best], 0.6f, 1);
            Assert.Equal(1, likelihoods.Sum(), 1e-4);
        }
    }

    [Fact]
    public void Rate_NothingButFaintNoise_PrefersNoChord()
    {
        float[] likelihoods = new float[ChordModel.ClassCount];

        ChordModel.Rate(Enumerable.Repeat(1f, 12).ToArray(), Enumerable.Repeat(1f, 12).ToArray(), 0.01f, likelihoods);

        Assert.Equal(ChordModel.NoChord, Array.IndexOf(likelihoods, likelihoods.Max()));
    }
}
