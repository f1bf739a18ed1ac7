using System.Globalization;

namespace GrooveGuru.Bridge.Library;

/// <summary>A file as this program left it.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="ChangedUtcTicks">When it was last changed, in .NET's ticks.</param>
/// <param name="Input">What it was made of, in the words of <see cref="InputOf"/>; null where that was not noted.</param>
internal sealed record WrittenFile(long Bytes, long ChangedUtcTicks, string? Input = null)
{
    /// <summary>A file as it is now.</summary>
    /// <param name="file">An existing file.</param>
    /// <param name="input">What it was made of.</param>
    public static WrittenFile Of(FileInfo file, string? input) => new(file.Length, file.LastWriteTimeUtc.Ticks, input);

    /// <summary>Tells an input from all others, and from itself after a change: by its full path, its size and when it was last changed.</summary>
    /// <param name="path">The input; one that is gone is known by its path.</param>
    public static string InputOf(string path)
    {
        FileInfo file = new(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}") : file.FullName;
    }

    /// <summary>Whether a file is still the one that was left.</summary>
    public bool Is(FileInfo file) => Of(file, Input) == this;
}
