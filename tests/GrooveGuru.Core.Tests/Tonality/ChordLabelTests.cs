using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

public class ChordLabelTests
{
    [Theory]
    [InlineData("C", "C", "C")]
    [InlineData("A#m7", "Bbm", "Bbm")]
    [InlineData("G7", "G7", "G")]
    [InlineData("Bdim", "Bdim", "Bdim")]
    [InlineData("Cb", "B", "B")]
    [InlineData("N", "N", "N")]
    [InlineData("?", "?", "?")]
    [InlineData("Caug", "?", "?")]
    [InlineData("A:min", "Am", "Am")]
    [InlineData("C:maj", "C", "C")]
    [InlineData("G:7/3", "G7", "G")]
    [InlineData("B:dim", "Bdim", "Bdim")]
    public void Parse_Label_SpellsItInTheUsualWay(string text, string expected, string triad)
    {
        ChordLabel label = ChordLabel.Parse(text);

        Assert.Equal(expected, label.ToString());
        Assert.Equal(triad, label.Triad.ToString());
    }
}
