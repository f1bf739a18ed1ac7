using System.Security.Cryptography;
using System.Text;

namespace GrooveGuru.Bridge.Library;

/// <summary>
/// Copies of finished work under names that tell track and part, for the user to drag into a project that may refer to them for
/// years. Copies, because an editor that writes into one must not change the library. Nothing younger than
/// <see cref="YoungAge"/> is ever removed; where that leaves no room, the library's own file is offered and the user told.
/// </summary>
internal sealed class DropFolder(string folder, TimeProvider time, long maxBytes = DropFolder.DefaultMaxBytes)
{
    /// <summary>The most that is kept of what is not young, bytes.</summary>
    public const long DefaultMaxBytes = 16L << 30;

    /// <summary>What was offered within this time stays.</summary>
    public static readonly TimeSpan YoungAge = TimeSpan.FromDays(30);

    /// <summary>What was not offered for this long goes, whether there is room or not.</summary>
    public static readonly TimeSpan OldAge = TimeSpan.FromDays(365);

    private const string MarkName = ".offered";
    private const int MaxSameNames = 100;

    private string Unfinished => Path.Combine(folder, "unfinished");

    /// <summary>Makes files ready to be dragged.</summary>
    /// <param name="files">Finished files of the library.</param>
    /// <param name="trackName">What the user calls the track.</param>
    /// <param name="key">What tells this work from all other.</param>
    /// <returns>For each file the path to offer: the same one for the same work and name, and the file itself where it cannot be copied.</returns>
    public DropOffer Offer(IReadOnlyList<string> files, string trackName, string key)
    {
        string entry = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]);
        try
        {
            Clean(files.Sum(file => new FileInfo(file).Length), entry);
            DataFolders.CreatePrivate(entry);
            File.WriteAllBytes(Path.Combine(entry, MarkName), []);
            File.SetLastWriteTimeUtc(Path.Combine(entry, MarkName), time.GetUtcNow().UtcDateTime);
            string[] offered = [.. files.Select(file => OfferOne(file, trackName, entry))];
            return new DropOffer(
                offered, offered.Intersect(files).Any() ? WhyNotCopied($"{entry} holds {MaxSameNames} changed copies already") : null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No room, or no folder: the work itself is done all the same.
            return new DropOffer(files, WhyNotCopied(error.Message));
        }
    }

    /// <summary>Removes what nobody was offered for long, and what bridges that were killed had begun to copy.</summary>
    public void Clean()
    {
        try
        {
            Clean(0, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be read costs space, but is no reason not to start.
        }
    }

    private static string WhyNotCopied(string reason) =>
        $"These are the library's own files, because they could not be copied for your project ({reason.TrimEnd('.')}): copy them yourself "
        + "before you change them or empty the cache.";

    private string OfferOne(string file, string trackName, string entry)
    {
        for (int number = 1; number <= MaxSameNames; number++)
        {
            string target = Path.Combine(
                entry, DropName.Make(trackName, Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), number));
            if (!File.Exists(target))
            {
                CopyWhole(file, target);
                return target;
            }

            // One that an editor has changed stays as it is, and a fresh copy goes beside it.
            if (HasSameContent(file, target))
            {
                return target;
            }
        }

        return file;
    }

    private void CopyWhole(string file, string target)
    {
        if (HeldBytes() + new FileInfo(file).Length > maxBytes)
        {
            throw new IOException($"{folder} is full of files that were offered within {YoungAge.Days} days.");
        }

        DataFolders.CreatePrivate(Unfinished);
        string part = Path.Combine(Unfinished, LeftBehind.NewName());
        try
        {
            File.Copy(file, part);
            File.Move(part, target);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static bool HasSameContent(string file, string other)
    {
        using FileStream first = File.OpenRead(file);
        using FileStream second = File.OpenRead(other);
        return first.Length == second.Length && SHA256.HashData(first).AsSpan().SequenceEqual(SHA256.HashData(second));
    }

    private void Clean(long wantedBytes, string? kept)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        RemoveUnfinished();
        DateTime now = time.GetUtcNow().UtcDateTime;
        long held = HeldBytes();
        foreach ((string entry, DateTime offered) in Entries().Where(item => item.Entry != kept).OrderBy(item => item.Offered))
        {
            TimeSpan age = now - offered;
            if (age > OldAge || (age > YoungAge && held + wantedBytes > maxBytes))
            {
                long freed = BytesIn(entry);
                held -= TryDelete(entry) ? freed : 0;
            }
        }
    }

    private void RemoveUnfinished()
    {
        if (!Directory.Exists(Unfinished))
        {
            return;
        }

        foreach (string part in Directory.EnumerateFiles(Unfinished))
        {
            if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(part) > YoungAge || LeftBehind.IsOfEndedProcess(part))
            {
                File.Delete(part);
            }
        }
    }

    private IEnumerable<(string Entry, DateTime Offered)> Entries() => Directory.EnumerateDirectories(folder)
        .Where(entry => entry != Unfinished)
        .Select(entry => (entry, OfferedAt(entry)));

    // Without its mark an entry is as young as the youngest file in it.
    private static DateTime OfferedAt(string entry)
    {
        string mark = Path.Combine(entry, MarkName);
        return File.Exists(mark)
            ? File.GetLastWriteTimeUtc(mark)
            : Directory.EnumerateFiles(entry).Select(File.GetLastWriteTimeUtc).Append(Directory.GetLastWriteTimeUtc(entry)).Max();
    }

    private long HeldBytes() => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Sum(BytesIn) : 0;

    private static long BytesIn(string entry) => new DirectoryInfo(entry).EnumerateFiles().Sum(file => file.Length);

    private static bool TryDelete(string entry)
    {
        try
        {
            Directory.Delete(entry, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // in use elsewhere: it goes the next time
        }
    }
}
