using System.Text;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Input;

/// <summary>What the symbols of keys type, without a library of the system: X11 protocol, appendix A.</summary>
internal static class KeySymbolText
{
    private const uint UnicodeSymbols = 0x01000000, LastUnicodeSymbol = 0x0110FFFF;
    private const uint FirstKeypadText = 0xFFAA, LastKeypadText = 0xFFB9, KeypadEqual = 0xFFBD, KeypadOffset = 0xFF80;
    private const uint Euro = 0x20AC;
    private const int FirstOfPage = 0xA0;

    /// <summary>The text of a symbol.</summary>
    /// <param name="symbol">A KeySym.</param>
    /// <returns>One character, as one or two UTF-16 units; empty for a symbol that types nothing.</returns>
    public static string Of(uint symbol) => symbol switch
    {
        (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xFF) => ((char)symbol).ToString(),
        >= UnicodeSymbols and <= LastUnicodeSymbol => FromCodePoint(symbol - UnicodeSymbols),
        (>= FirstKeypadText and <= LastKeypadText) or KeypadEqual => ((char)(symbol - KeypadOffset)).ToString(),
        Euro => "\u20AC",
        >= 0x05AC and <= 0x05F2 => ((char)(symbol + 0x60)).ToString(), // Arabic
        >= 0x0CE0 and <= 0x0CFA => ((char)(symbol - 0x710)).ToString(), // Hebrew
        >= 0x0DA1 and <= 0x0DF9 => ((char)(symbol + 0x60)).ToString(), // Thai
        >= 0x13BC and <= 0x13BE => "\u0152\u0153\u0178"[(int)(symbol - 0x13BC)].ToString(),
        <= 0x07FF when (symbol & 0xFF) >= FirstOfPage => FromPage(symbol >> 8, (int)(symbol & 0xFF) - FirstOfPage),
        _ => "",
    };

    private static string FromCodePoint(uint codePoint)
        => codePoint >= 0x20 && Rune.IsValid((int)codePoint) && codePoint is not (>= 0x7F and < 0xA0) ? new Rune(codePoint).ToString() : "";

    private static string FromPage(uint page, int place)
    {
        string characters = PageOf(page);
        return place < characters.Length && characters[place] != ' ' ? characters[place].ToString() : "";
    }

    // From 0xA0 to 0xFF; a space stands where there is no symbol.
    private static string PageOf(uint page) => page switch
    {
        // Latin-2
        0x1 => " Ą˘Ł ĽŚ  ŠŞŤŹ ŽŻ ą˛ł ľśˇ šşťź˝žżŔ  Ă ĹĆ Č Ę Ě  Ď"
            + "ĐŃŇ  Ő  ŘŮ Ű  Ţ ŕ  ă ĺć č ę ě  ďđńň  ő  řů ű  ţ˙",
        // Latin-3
        0x2 => " Ħ    Ĥ  İ ĞĴ    ħ    ĥ  ı ğĵ        ĊĈ         "
            + "     Ġ  Ĝ    ŬŜ      ċĉ              ġ  ĝ    ŭŝ ",
        // Latin-4
        0x3 => "  ĸŖ ĨĻ   ĒĢŦ      ŗ ĩļ   ēģŧŊ ŋĀ      Į    Ė  Ī"
            + " ŅŌĶ     Ų   ŨŪ ā      į    ė  ī ņōķ     ų   ũū ",
        // Cyrillic
        0x6 => " ђѓёєѕіїјљњћќґўџ№ЂЃЁЄЅІЇЈЉЊЋЌҐЎЏюабцдефгхийклмно"
            + "пярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
        // Greek
        0x7 => " ΆΈΉΊΪ ΌΎΫ Ώ  ΅― άέήίϊΐόύϋΰώ     ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ"
            + "ΠΡΣ ΤΥΦΧΨΩ       αβγδεζηθικλμνξοπρσςτυφχψω      ",
        _ => "",
    };
}
