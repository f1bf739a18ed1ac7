namespace GrooveGuru.Bridge.Library;

/// <summary>A file as this program left it.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="ChangedUtcTicks">When it was last changed, in .NET's ticks.</param>
internal sealed record WrittenFile(long Bytes, long ChangedUtcTicks)
{
    /// <summary>A file as it is now.</summary>
    public static WrittenFile Of(FileInfo file) => new(file.Length, file.LastWriteTimeUtc.Ticks);

    /// <summary>Whether a file is still the one that was left.</summary>
    public bool Is(FileInfo file) => Of(file) == this;
}
