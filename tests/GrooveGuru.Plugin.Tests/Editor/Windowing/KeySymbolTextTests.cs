using GrooveGuru.Plugin.Editor.Windowing.X11.Input;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

public class KeySymbolTextTests
{
    [Theory]
    [InlineData(0x41, "A")]
    [InlineData(0xE3, "ã")]
    [InlineData(0x1B1, "ą")]
    [InlineData(0x1EA, "ę")]
    [InlineData(0x1F8, "ř")]
    [InlineData(0x6C1, "а")]
    [InlineData(0x6FF, "Ъ")]
    [InlineData(0x6B3, "Ё")]
    [InlineData(0x7E1, "α")]
    [InlineData(0x7D9, "Ω")]
    [InlineData(0xCE0, "א")]
    [InlineData(0x5C7, "ا")]
    [InlineData(0xDA1, "ก")]
    [InlineData(0x13BD, "œ")]
    [InlineData(0x20AC, "€")]
    [InlineData(0xFFB7, "7")]
    [InlineData(0x0101F3B5, "\U0001F3B5")]
    [InlineData(0x010000FC, "ü")]
    public void Text_OfASymbol_IsItsCharacter(uint symbol, string text) => Assert.Equal(text, KeySymbolText.Of(symbol));

    [Theory]
    [InlineData(0xFF0D)]
    [InlineData(0xFE53)]
    [InlineData(0xFFE1)]
    [InlineData(0)]
    [InlineData(0x0100D800)]
    [InlineData(0x01000007)]
    [InlineData(0x1A4)]
    public void Text_OfASymbolThatTypesNothing_IsEmpty(uint symbol) => Assert.Equal("", KeySymbolText.Of(symbol));

    [Fact]
    public void Accents_BeforeLetters_AreComposed()
    {
        DeadKeys keys = new();
        const uint Tilde = 0xFE53, Acute = 0xFE51;

        Assert.Equal("", keys.Compose(Tilde, ""));
        Assert.Equal("ã", keys.Compose('a', "a"));
        Assert.Equal("a", keys.Compose('a', "a"));
        Assert.Equal("", keys.Compose(Acute, ""));
        Assert.Equal("´x", keys.Compose('x', "x"));
        Assert.Equal("", keys.Compose(Tilde, ""));
        Assert.Equal("~", keys.Compose(' ', " "));
    }
}
