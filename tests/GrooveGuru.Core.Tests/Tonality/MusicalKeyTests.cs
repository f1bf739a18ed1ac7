using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

public class MusicalKeyTests
{
    [Fact]
    public void TryParse_EveryKeyAsItIsWritten_GivesItBack()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            foreach (KeyMode mode in Enum.GetValues<KeyMode>())
            {
                var key = new MusicalKey(tonic, mode);

                Assert.True(MusicalKey.TryParse(key.ToString(), out MusicalKey read));
                Assert.Equal(key, read);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("H minor")]
    [InlineData("C")]
    [InlineData("C dorian")]
    [InlineData("Cx major")]
    public void TryParse_NoKey_SaysSo(string? text) => Assert.False(MusicalKey.TryParse(text, out _));
}
