using System.Text;
using System.Text.Unicode;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>Text in the fixed fields of the interface's structures.</summary>
internal static unsafe class FixedText
{
    /// <summary>Writes UTF-8, cut to fit and null-terminated; a character is never cut in half.</summary>
    /// <param name="target">The field.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="text">What to write.</param>
    public static void Write(byte* target, int size, string text)
    {
        Span<byte> field = new(target, size);
        field.Clear();
        Utf8.FromUtf16(text, field[..^1], out _, out _);
    }

    /// <summary>Writes UTF-16, cut to fit and null-terminated.</summary>
    /// <param name="target">The field.</param>
    /// <param name="size">Its size in characters.</param>
    /// <param name="text">What to write.</param>
    public static void Write(char* target, int size, string text)
    {
        Span<char> field = new(target, size);
        field.Clear();
        text.AsSpan(0, Math.Min(text.Length, size - 1)).CopyTo(field);
    }

    /// <summary>Reads UTF-8 up to the null or the end of the field.</summary>
    public static string Read(byte* source, int size)
    {
        ReadOnlySpan<byte> field = new(source, size);
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>Reads UTF-16 up to the null or the end of the field.</summary>
    public static string Read(char* source, int size)
    {
        ReadOnlySpan<char> field = new(source, size);
        int end = field.IndexOf('\0');
        return new string(end < 0 ? field : field[..end]);
    }
}
