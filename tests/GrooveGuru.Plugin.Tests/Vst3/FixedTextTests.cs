using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

public unsafe class FixedTextTests
{
    [Theory]
    [InlineData("Bass")]
    [InlineData("João's Gitarre ♪")]
    [InlineData("")]
    public void Text_WrittenAndRead_IsTheSame(string text)
    {
        byte* narrow = stackalloc byte[64];
        char* wide = stackalloc char[64];
        FixedText.Write(narrow, 64, text);
        FixedText.Write(wide, 64, text);

        Assert.Equal(text, FixedText.Read(narrow, 64));
        Assert.Equal(text, FixedText.Read(wide, 64));
    }

    [Fact]
    public void Text_LongerThanTheField_IsCutBetweenCharacters()
    {
        byte* field = stackalloc byte[8];
        FixedText.Write(field, 8, "ééééé");

        Assert.Equal("ééé", FixedText.Read(field, 8));
        Assert.Equal(0, field[7]);
    }
}
