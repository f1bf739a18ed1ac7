using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Dsp;

public class SlidingMedianTests
{
    [Fact]
    public void Slide_AnySignals_GivesTheMedianOfTheWindow() =>
        Prop.ForAll<int, byte>((seed, levels) => MatchesSorting(seed, levels)).QuickCheckThrowOnFailure();

    private static bool MatchesSorting(int seed, byte levels)
    {
        const int length = 31, signals = 11, steps = 90;
        var random = new Random(seed);
        // Few levels make many ties, which are the hard case for dropping a value.
        var values = Enumerable.Range(0, steps)
            .Select(_ => Enumerable.Range(0, SlidingMedian.PaddedCount(signals)).Select(_ => (float)random.Next(1 + levels)).ToArray())
            .ToArray();
        var zeros = new float[SlidingMedian.PaddedCount(signals)];
        var median = new float[SlidingMedian.PaddedCount(signals)];
        var sliding = new SlidingMedian(length, signals);
        for (int step = 0; step < steps; step++)
        {
            sliding.Slide(step < length ? zeros : values[step - length], values[step], median);
            for (int signal = 0; signal < signals; signal++)
            {
                float[] window = Enumerable.Range(step - length + 1, length).Select(at => at < 0 ? 0 : values[at][signal]).Order().ToArray();
                if (window[length / 2] != median[signal])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
