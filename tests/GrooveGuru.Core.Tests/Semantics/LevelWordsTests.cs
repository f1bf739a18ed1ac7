using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Core.Tests.Semantics;

public class LevelWordsTests
{
    [Theory]
    [InlineData(-60, "very quiet")]
    [InlineData(-36, "quiet")]
    [InlineData(-24.04, "at working level")]
    [InlineData(-18, "at working level")]
    [InlineData(-16.1, "at working level")]
    [InlineData(-15.96, "loud")]
    [InlineData(-14.2, "loud")]
    [InlineData(-8.9, "very loud")]
    public void Of_Loudness_IsTheStepThatItIsShownIn(double lufs, string word) => Assert.Equal(word, LevelWords.Of(lufs));
}
