using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class AscendingTests
{
    [Fact]
    public void LastUpTo_AnyValues_IsTheLastNotAbove()
    {
        var random = new Random(3);
        for (int count = 0; count < 60; count++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(40)).Order()];
            for (double limit = -1; limit <= 41; limit += 0.5)
            {
                Assert.Equal(Array.FindLastIndex(values, value => value <= limit), Ascending.LastUpTo(count, index => values[index], limit));
            }
        }
    }

    [Fact]
    public void LastUpTo_BeatsOfTwoHours_LooksAtFew()
    {
        const int Beats = 20_000;
        for (int limit = 0; limit < Beats; limit += 97)
        {
            int looks = 0;
            Ascending.LastUpTo(Beats, index => index + (0 * ++looks), limit);
            Assert.InRange(looks, 1, 15);
        }
    }
}
