using GrooveGuru.Core.Advice.Rules;

namespace GrooveGuru.Core.Tests.Advice.Rules;

public class LevelChanceTests
{
    [Fact]
    public void TooQuiet_TheMoreIsMissing_IsTheLikelier()
    {
        double[] chances = [.. Enumerable.Range(-10, 50).Select(missingDb => LevelChance.TooQuiet(missingDb))];
        Assert.All(chances.Zip(chances.Skip(1)), pair => Assert.True(pair.First < pair.Second || pair.Second > 1 - 1e-9));
        Assert.True(LevelChance.TooQuiet(0) < 0.01 && LevelChance.TooQuiet(12) > 0.9);
    }

    [Fact]
    public void TooLoud_TheLouderOrTheHigherItsPeaks_IsNeverTheLessLikely()
    {
        for (double lufs = -40; lufs < 0; lufs += 0.5)
        {
            for (double peakDbtp = -12; peakDbtp < 8; peakDbtp += 0.5)
            {
                double chance = LevelChance.TooLoud(lufs, peakDbtp);
                Assert.InRange(chance, 0, 1);
                Assert.True(LevelChance.TooLoud(lufs + 0.5, peakDbtp) >= chance);
                Assert.True(LevelChance.TooLoud(lufs, peakDbtp + 0.5) >= chance);
            }
        }

        Assert.True(LevelChance.TooLoud(-18, -1) < 0.01 && LevelChance.TooLoud(-12, 5) > 0.9);
    }
}
