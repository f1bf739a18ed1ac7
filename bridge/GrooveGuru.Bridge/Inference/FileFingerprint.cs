using System.Security.Cryptography;

namespace GrooveGuru.Bridge.Inference;

/// <summary>Tells a file's content from others. It is read again only where path, size or time of change are others than before.</summary>
internal sealed class FileFingerprint
{
    private const string None = "none";
    private const int KeptCharacters = 12;

    private Known? _last;

    /// <summary>The fingerprint as of now.</summary>
    /// <param name="path">The file; null where there is none.</param>
    /// <returns>The beginning of its hash; "none" where it is not there or cannot be read.</returns>
    public string Of(string? path)
    {
        try
        {
            FileInfo? file = path is null ? null : new FileInfo(path);
            if (file is not { Exists: true })
            {
                return None;
            }

            (string, long, DateTime) now = (file.FullName, file.Length, file.LastWriteTimeUtc);
            if (Volatile.Read(ref _last) is { } last && last.Now == now)
            {
                return last.Fingerprint;
            }

            string fingerprint = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)))[..KeptCharacters];
            Volatile.Write(ref _last, new Known(now, fingerprint));
            return fingerprint;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return None;
        }
    }

    private sealed record Known((string Path, long Bytes, DateTime ChangedUtc) Now, string Fingerprint);
}
