using System.Text;

namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>
/// A small text file of "key=value" lines in the user's own folder. Lines of a newer version stay in it; whatever else is wrong
/// with it counts as nothing chosen.
/// </summary>
/// <param name="folder">Its folder, made at the first save; null where the user has none.</param>
internal sealed class PreferencesFile(string? folder)
{
    private const string Name = "editor.conf";
    private const string ThemeKey = "theme";
    private const string TooltipsKey = "tooltips";
    private const string HighContrast = "high-contrast";
    private const int MaxBytes = 16 * 1024;
    private const int MaxKeyLength = 64;

    /// <summary>The user's folder: %APPDATA%\GrooveGuru on Windows, $XDG_CONFIG_HOME/grooveguru or ~/.config/grooveguru elsewhere.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>Null for a user without a home.</returns>
    public static string? FindFolder(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return environment("APPDATA") is { Length: > 0 } roaming ? Path.Combine(roaming, "GrooveGuru") : null;
        }

        return environment("XDG_CONFIG_HOME") is { } config && Path.IsPathFullyQualified(config) ? Path.Combine(config, "grooveguru")
            : environment("HOME") is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".config", "grooveguru")
            : null;
    }

    /// <summary>What was chosen; the defaults where nothing can be read.</summary>
    public UserChoice Read()
    {
        UserChoice choice = UserChoice.Default;
        foreach ((string key, string value) in ReadLines())
        {
            choice = key switch
            {
                ThemeKey => choice with { Theme = value == HighContrast ? EditorTheme.HighContrast : EditorTheme.Dark },
                TooltipsKey => choice with { ShowsTooltips = value != "off" },
                _ => choice,
            };
        }

        return choice;
    }

    /// <summary>Saves a choice: beside the file first, so that it is either the old one or the new one.</summary>
    /// <returns>Null when it was saved; else why not and what to do.</returns>
    public string? Write(UserChoice choice)
    {
        if (folder is null)
        {
            return "Your choice holds until the host ends: there is no home folder to keep it in.";
        }

        string? part = null;
        try
        {
            Directory.CreateDirectory(folder);
            string target = Path.Combine(folder, Name);
            target = File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target : target;
            part = $"{target}.{Environment.ProcessId}.part";
            using (FileStream stream = new(part, FileMode.Create, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(TextOf(choice)));
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is how .NET says that a file may not grow.
            RemoveUnfinished(part);
            return $"Your choice holds until the host ends: it could not be kept in {folder} ({error.Message.TrimEnd('.')}). "
                + "Make that folder writable, or free some space.";
        }
    }

    private string TextOf(UserChoice choice)
    {
        StringBuilder text = new();
        text.Append(ThemeKey).Append('=').Append(choice.Theme == EditorTheme.HighContrast ? HighContrast : "dark").Append('\n');
        text.Append(TooltipsKey).Append('=').Append(choice.ShowsTooltips ? "on" : "off").Append('\n');
        foreach ((string key, string value) in ReadLines().Where(line => line.Key is not (ThemeKey or TooltipsKey)))
        {
            text.Append(key).Append('=').Append(value).Append('\n');
        }

        return text.ToString();
    }

    private List<(string Key, string Value)> ReadLines()
    {
        List<(string, string)> lines = [];
        try
        {
            FileInfo? file = folder is null ? null : new FileInfo(Path.Combine(folder, Name));
            if (file is not { Exists: true } || file.Length > MaxBytes)
            {
                return lines;
            }

            foreach (string line in File.ReadLines(file.FullName))
            {
                int sign = line.IndexOf('=', StringComparison.Ordinal);
                if (sign is > 0 and <= MaxKeyLength && line[..sign].All(letter => char.IsAsciiLetterLower(letter) || letter is '-' or '.'))
                {
                    lines.Add((line[..sign], line[(sign + 1)..].Trim()));
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            lines.Clear(); // nothing chosen, as far as can be seen
        }

        return lines;
    }

    private static void RemoveUnfinished(string? part)
    {
        try
        {
            if (part is not null)
            {
                File.Delete(part);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It was never made, or the disk is gone: the next save writes over it.
        }
    }
}
