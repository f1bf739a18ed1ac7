using System.Globalization;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>Class ids as text.</summary>
internal static class TuidText
{
    /// <summary>Reads 32 hexadecimal digits.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static Tuid Parse(string text)
    {
        if (text.Length != 32)
        {
            throw new FormatException($"{text} is no class id: 32 hexadecimal digits are expected.");
        }

        uint Part(int index) => uint.Parse(text.AsSpan(index * 8, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Tuid(Part(0), Part(1), Part(2), Part(3));
    }
}
