using System.Text.Json;

namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>The plugin where DAWs look for it.</summary>
internal static class PluginBundle
{
    /// <summary>Name of the bundle's folder.</summary>
    public const string FolderName = "GrooveGuru.vst3";

    /// <summary>Where DAWs look on this system, and where a build puts it.</summary>
    public static IReadOnlyList<string> SearchFolders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] system = OperatingSystem.IsWindows()
            ?
            [
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonProgramFiles), "VST3"),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs", "Common", "VST3"),
            ]
            : OperatingSystem.IsMacOS()
                ? [Path.Combine(home, "Library/Audio/Plug-Ins/VST3"), "/Library/Audio/Plug-Ins/VST3"]
                : [Path.Combine(home, ".vst3"), "/usr/lib/vst3", "/usr/local/lib/vst3"];
        string[] chosen = (Environment.GetEnvironmentVariable("VST3_PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [.. chosen, .. system];
    }

    /// <summary>What there is.</summary>
    public static Finding Examine()
    {
        string built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "vst3", FolderName));
        string? installed = SearchFolders().Select(folder => Path.Combine(folder, FolderName)).FirstOrDefault(Directory.Exists);
        if (installed is null)
        {
            return Directory.Exists(built)
                ? new Finding("Plugin", Verdict.Note, $"built in {built}, but not where a DAW looks", "./groove install")
                : new Finding("Plugin", Verdict.Note, $"not found in {string.Join(", ", SearchFolders())}", "./groove install");
        }

        string moduleInfo = Path.Combine(installed, "Contents", "Resources", "moduleinfo.json");
        string binary = OperatingSystem.IsWindows()
            ? Path.Combine(installed, "Contents", "x86_64-win", "GrooveGuru.vst3")
            : Path.Combine(installed, "Contents", "x86_64-linux", "GrooveGuru.so");
        if (!File.Exists(binary))
        {
            return new Finding("Plugin", Verdict.Broken, $"{installed} has no program for this system ({binary})", "Install it again: ./groove install");
        }

        return ReadVersion(moduleInfo) is { } version
            ? version == BridgeVersion.Current
                ? new Finding("Plugin", Verdict.Fine, $"{installed}, version {version}")
                : new Finding("Plugin", Verdict.Broken, $"{installed} is version {version}, this bridge is {BridgeVersion.Current}", "Install both in the same version: ./groove install")
            : new Finding("Plugin", Verdict.Broken, $"{moduleInfo} cannot be read", "Install it again: ./groove install");
    }

    private static string? ReadVersion(string moduleInfo)
    {
        try
        {
            using FileStream stream = File.OpenRead(moduleInfo);
            using JsonDocument json = JsonDocument.Parse(
                stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return json.RootElement.GetProperty("Version").GetString();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
