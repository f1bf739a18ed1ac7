using System.Globalization;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Says so where hardly any notes were found: the user should not have to open the file to see that.</summary>
internal static class FewNotes
{
    private const double ShortestSeconds = 15, FewestPerMinute = 6;

    /// <summary>The sentence; null where there are enough notes for the time.</summary>
    /// <param name="count">Notes in the file.</param>
    /// <param name="seconds">Length of what was heard, s; not finite where nobody knows it.</param>
    public static string? Remark(int count, double seconds) => seconds >= ShortestSeconds && double.IsFinite(seconds) && count * 60 / seconds < FewestPerMinute
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Only {count} {(count == 1 ? "note was" : "notes were")} found in {(int)seconds / 60}:{(int)seconds % 60:00} min; most of what sounds here could not be written down.")
        : null;
}
