using System.Globalization;
using System.Text;

namespace GrooveGuru.Bridge.Library;

/// <summary>File names that tell track and part and are safe on every system, in every host and on every kind of disk.</summary>
internal static class DropName
{
    /// <summary>The longest name with its extension, bytes of UTF-8: below every file system's limit, with room for a host's own ending.</summary>
    public const int MaxBytes = 120;

    private const string WithoutName = "Track";

    // What some system or shell forbids or reads in its own way.
    private const string Separators = "/\\:*?\"<>|";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <summary>A name: "João's bass - melody.mid", with a number from 2 on: "João's bass - melody (2).mid".</summary>
    /// <param name="trackName">What the user calls the track; anything.</param>
    /// <param name="part">What the file holds: "melody".</param>
    /// <param name="extension">With its dot: ".mid".</param>
    /// <param name="number">Which file of this name; 1 is not written.</param>
    /// <returns>The name, without a folder.</returns>
    public static string Make(string trackName, string part, string extension, int number = 1)
    {
        string end = string.Create(CultureInfo.InvariantCulture, $" - {Clean(part)}{(number > 1 ? $" ({number})" : "")}{extension}");
        string name = Shorten(Clean(trackName), MaxBytes - Encoding.UTF8.GetByteCount(end));
        name = name.Length > 0 ? name : WithoutName;
        return IsDevice(name + end) ? Shorten("_" + name, MaxBytes - Encoding.UTF8.GetByteCount(end)) + end : name + end;
    }

    private static string Clean(string text)
    {
        StringBuilder clean = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Control and format characters (a right-to-left override among them), broken surrogates and private ones are not shown.
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Separators.Contains(rune.ToString(), StringComparison.Ordinal) || Rune.IsWhiteSpace(rune))
            {
                AddSpace(clean);
            }
            else if (rune != Rune.ReplacementChar && category is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim(' ', '.');
    }

    private static void AddSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }

    // Between characters as they are seen, not within them.
    private static string Shorten(string text, int maxBytes)
    {
        StringBuilder kept = new();
        int bytes = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            bytes += Encoding.UTF8.GetByteCount(element);
            if (bytes > maxBytes)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd(' ', '.');
    }

    // Windows opens a device by the part before the first dot, whatever follows.
    private static bool IsDevice(string name)
    {
        string start = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(start, StringComparer.OrdinalIgnoreCase)
            || (start.Length == 4
                && (start.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || start.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && "123456789¹²³".Contains(start[3], StringComparison.Ordinal));
    }
}
