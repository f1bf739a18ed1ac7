using GrooveGuru.Core.Tonality;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Core.Tests.Tonality.Evaluation;

public class KeyScoreTests
{
    [Theory]
    [InlineData("C major", "C major", 1)]
    [InlineData("Db major", "C# major", 1)]
    [InlineData("C major", "G major", 0.5)]
    [InlineData("C major", "F major", 0)]
    [InlineData("A minor", "E minor", 0.5)]
    [InlineData("C major", "A minor", 0.3)]
    [InlineData("A minor", "C major", 0.3)]
    [InlineData("C major", "Eb major", 0)]
    [InlineData("C major", "C minor", 0.2)]
    [InlineData("C major", "E minor", 0)]
    [InlineData("B major", "F# major", 0.5)]
    public void Compare_KnownPairs_GivesTheMirexWeight(string truth, string estimate, double weighted)
    {
        Assert.True(MusicalKey.TryParse(truth, out MusicalKey wanted));
        Assert.True(MusicalKey.TryParse(estimate, out MusicalKey found));

        KeyScore score = KeyScore.Compare(wanted, found);

        Assert.Equal(weighted, score.Weighted);
        Assert.Equal(weighted == 1, score.IsExact);
    }

    [Fact]
    public void Compare_NoEstimate_EarnsNothing() => Assert.Equal(new KeyScore(false, 0), KeyScore.Compare(default, null));
}
