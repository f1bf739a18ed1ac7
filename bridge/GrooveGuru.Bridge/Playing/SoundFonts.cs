using System.Buffers.Binary;

namespace GrooveGuru.Bridge.Playing;

/// <summary>Finds a General MIDI sound font on this machine.</summary>
internal static class SoundFonts
{
    /// <summary>Names a sound font; before all others.</summary>
    public const string Variable = "GROOVEGURU_SOUNDFONT";

    private static readonly string[] Names =
        ["default-GM.sf2", "default-GM.sf3", "FluidR3_GM.sf2", "FluidR3_GM.sf3", "GeneralUser-GS.sf2", "TimGM6mb.sf2", "gm.sf2", "default.sf2", "default.sf3"];

    /// <summary>The font to play with.</summary>
    /// <returns>An absolute path; null where none is found.</returns>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable), Folders());

    /// <summary>Why <see cref="Find()"/> finds none, as the end of a sentence.</summary>
    public static string WhyNone => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? $"{Variable} names {named}, which is not there"
        : $"no General MIDI sound font was found; {Variable} can name one";

    /// <summary>The font that was named, or the best known one of some folders.</summary>
    /// <param name="named">What the user names; null or empty for nothing.</param>
    /// <param name="folders">Where to look.</param>
    internal static string? Find(string? named, IEnumerable<string> folders) => named is { Length: > 0 }
        ? File.Exists(named) ? Path.GetFullPath(named) : null
        : folders.SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);

    /// <summary>Whether a file is a sound font by its first bytes, and as long as these say.</summary>
    public static bool IsSoundFont(string path)
    {
        const int HeadBytes = 12, LengthAt = 4, KindAt = 8;
        try
        {
            using FileStream file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[HeadBytes];
            return file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes
                && head.StartsWith("RIFF"u8) && head[KindAt..].SequenceEqual("sfbk"u8)
                && file.Length >= KindAt + (long)BinaryPrimitives.ReadUInt32LittleEndian(head[LengthAt..]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Folders()
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (Environment.SpecialFolder folder in (Environment.SpecialFolder[])
                [Environment.SpecialFolder.CommonApplicationData, Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolder.CommonProgramFiles])
            {
                yield return Path.Combine(Environment.GetFolderPath(folder), "soundfonts");
            }

            yield return @"C:\soundfonts";
            yield break;
        }

        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "soundfonts");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "sounds", "sf2");
        yield return "/usr/share/sounds/sf2";
        yield return "/usr/share/sounds/sf3";
        yield return "/usr/share/soundfonts";
        yield return "/usr/local/share/soundfonts";
        yield return "/opt/homebrew/share/soundfonts";
    }
}
