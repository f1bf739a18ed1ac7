using System.Globalization;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>Numbers as they are shown.</summary>
internal static class NumberWords
{
    private const double SilenceDb = -120, HighestKnownDb = 30;

    // Meters say the same few numbers again and again; two threads that make one at once make the same.
    private static readonly string?[] Tenths = new string?[1501];
    private static readonly string?[] HundredthTexts = new string?[201];

    /// <summary>A level with one decimal: "-14.3", "−∞" for silence.</summary>
    public static string Level(double db) =>
        double.IsNaN(db) ? "–" : db <= SilenceDb ? "−∞" : db < HighestKnownDb ? Known(Tenths, db, SilenceDb, 1) : Fixed(db, 1);

    /// <summary>A number from -1 to 1 with two decimals.</summary>
    public static string Hundredths(double value) => value is >= -1 and <= 1 ? Known(HundredthTexts, value, -1, 2) : Fixed(value, 2);

    /// <summary>A number with so many decimals, without the sign of what is rounded to zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        string text = value.ToString(decimals == 0 ? "0" : decimals == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? (text.AsSpan().ContainsAnyInRange('1', '9') ? "−" + text[1..] : text[1..]) : text;
    }

    /// <summary>A number with as many decimals as its size asks for, and its unit: "2282 Hz", "0.35", "31 %".</summary>
    public static string WithUnit(double value, string unit)
    {
        if (unit == "0-1")
        {
            return Percent(value);
        }

        bool isLevel = unit.StartsWith("dB", StringComparison.Ordinal) || unit.StartsWith("LU", StringComparison.Ordinal);
        int decimals = isLevel ? 1 : value == Math.Floor(value) || Math.Abs(value) >= 1000 ? 0 : Math.Abs(value) >= 10 ? 1 : 2;
        string number = Fixed(value, decimals);
        return unit is "" or "–" or "0–1" or "−1…1" or "dB-ish" ? number : $"{number} {unit}";
    }

    /// <summary>A share as percent.</summary>
    /// <param name="share">0–1.</param>
    public static string Percent(double share) => Fixed(100 * share, 0) + " %";

    /// <summary>A text with true minus signs before its numbers, as it is shown.</summary>
    public static string WithMinus(string text)
    {
        for (int at = text.IndexOf('-'); at >= 0; at = text.IndexOf('-', at + 1))
        {
            if (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || text[at - 1] is ' ' or '('))
            {
                text = $"{text.AsSpan(0, at)}−{text.AsSpan(at + 1)}";
            }
        }

        return text;
    }

    /// <summary>A time in a piece: "1:05".</summary>
    public static string Clock(double seconds)
    {
        long whole = double.IsFinite(seconds) ? (long)Math.Max(0, Math.Floor(seconds)) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }

    /// <summary>How long something will take still: "about 40 s left", "about 3 min left".</summary>
    public static string Left(double seconds) =>
        !double.IsFinite(seconds) || seconds < 0 ? ""
        : seconds < 5 ? "a few seconds left"
        : seconds < 90 ? $"about {Fixed(Math.Ceiling(seconds / 5) * 5, 0)} s left"
        : $"about {Fixed(Math.Ceiling(seconds / 60), 0)} min left";

    /// <summary>The size of a file: "1.2 MB".</summary>
    public static string Bytes(long bytes) =>
        bytes < 1000 ? $"{Fixed(bytes, 0)} B"
        : bytes < 1_000_000 ? $"{Fixed(bytes / 1e3, 0)} kB"
        : $"{Fixed(bytes / 1e6, 1)} MB";

    private static string Known(string?[] texts, double value, double lowest, int decimals)
    {
        double steps = decimals == 1 ? 10 : 100;
        int place = (int)Math.Round((value - lowest) * steps);
        return texts[place] ??= Fixed(lowest + (place / steps), decimals);
    }
}
