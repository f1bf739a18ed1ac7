using System.Globalization;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>A real Ardour with a home, a plugin cache and a runtime folder of its own; all gone afterwards.</summary>
internal sealed class ArdourWorkplace : IDisposable
{
    private const string LuaProgram = "/usr/bin/ardour7-lua";
    private const string WindowedProgram = "/usr/bin/ardour";
    private const string LibraryFolder = "/usr/lib/ardour7";
    private const string SessionName = "song";
    private const int MaxAborts = 3;
    private const int KilledBySignal = 128;
    private static readonly TimeSpan ScanTimeout = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("grooveguru-ardour-").FullName;

    private readonly IReadOnlyDictionary<string, string?> _pluginEnvironment;

    /// <summary>A workplace with an export preset that writes samples as they are.</summary>
    /// <param name="pluginEnvironment">What the plugin gets to find its bridge.</param>
    public ArdourWorkplace(IReadOnlyDictionary<string, string?> pluginEnvironment)
    {
        _pluginEnvironment = pluginEnvironment;
        File.Copy(Path.Combine(Scripts, "float.preset"), Path.Combine(Folder("home/.config/ardour7/export"), "float.preset"));
    }

    /// <summary>Why no Ardour can be driven here; null where one can.</summary>
    public static string? ReasonToSkip => File.Exists(LuaProgram) && File.Exists(Scanner)
        ? null
        : "Ardour 7 is not installed (Debian: apt-get install ardour)";

    /// <summary>The session's folder.</summary>
    public string SessionFolder => Path.Combine(_folder, SessionName);

    /// <summary>The session's file.</summary>
    public string SessionFile => Path.Combine(SessionFolder, $"{SessionName}.ardour");

    // What Ardour, and with it the plugin and the bridge that it starts, get beside our environment.
    private Dictionary<string, string?> Environment => new(_pluginEnvironment)
    {
        ["HOME"] = Folder("home"),
        ["XDG_CONFIG_HOME"] = null,
        ["XDG_CACHE_HOME"] = null,
        ["XDG_DATA_HOME"] = null,
        ["XDG_RUNTIME_DIR"] = null,
        ["DISPLAY"] = null,
        ["VST3_PATH"] = Path.GetDirectoryName(Product.Bundle),
    };

    private static string Scripts => Path.Combine(AppContext.BaseDirectory, "Ardour");

    private static string Scanner => Path.Combine(LibraryFolder, "ardour-vst3-scanner");

    /// <summary>Has Ardour's own scanner look at the bundle.</summary>
    /// <returns>What it said, and what it wrote about the plugin.</returns>
    public async Task<(ProcessOutput Output, string Description)> ScanAsync()
    {
        Dictionary<string, string?> environment = Environment;
        environment["LD_LIBRARY_PATH"] = LibraryFolder;
        ProcessOutput output = await ExternalProcess.RunAsync(Scanner, ["-f", "-v", Product.Bundle], environment, ScanTimeout);
        string cache = Path.Combine(Folder("home"), ".cache", "ardour7", "vst");
        string? file = Directory.Exists(cache) ? Directory.EnumerateFiles(cache, "*.v3i").FirstOrDefault() : null;
        if (file is null)
        {
            return (output, string.Empty);
        }

        // The cache counts only when it is newer, in whole seconds, than a binary that may have been built a moment ago.
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(2));
        return (output, await File.ReadAllTextAsync(file));
    }

    /// <summary>Runs one of the scripts beside these tests in Ardour without a window; fails unless it ends well.</summary>
    /// <param name="script">Its name without ".lua".</param>
    /// <param name="settings">What the script reads from its environment.</param>
    /// <param name="timeout">When it is ended.</param>
    public async Task<ProcessOutput> RunAsync(string script, ArdourSettings settings, TimeSpan timeout)
    {
        ProcessOutput output = await StartAsync(script, settings, timeout, export: null);
        Assert.True(IsDone(output.AssertSucceeded(), script), output.ToString());
        return output;
    }

    /// <summary>
    /// Exports with the plugin or without. Ardour's own abort after the file is written (see export.lua) does not count; one before
    /// it is tried again. What the plugin itself does at the end of a session is seen in the other scripts, which close theirs.
    /// </summary>
    /// <param name="name">"with" or "without"; the file begins with it.</param>
    /// <param name="settings">What the script reads from its environment.</param>
    /// <param name="timeout">When one try is ended.</param>
    public async Task<ProcessOutput> ExportAsync(string name, ArdourSettings settings, TimeSpan timeout)
    {
        ProcessOutput output = await StartAsync("export", settings, timeout, name);
        for (int again = 0; again < MaxAborts && !IsDone(output, "export") && output.ExitCode >= KilledBySignal; again++)
        {
            output = await StartAsync("export", settings, timeout, name);
        }

        Assert.True(IsDone(output, "export"), output.ToString());
        return output;
    }

    /// <summary>Starts Ardour with its windows on a display, with the session open.</summary>
    public ExternalProcess StartWindowed(string display)
    {
        Dictionary<string, string?> environment = Environment;
        environment["DISPLAY"] = display;
        string settings = Folder("home/.config/ardour7");
        File.WriteAllText(Path.Combine(settings, ".a7"), "");
        string config = File.ReadAllText(Path.Combine(Scripts, "windowed.config"));
        File.WriteAllText(Path.Combine(settings, "config"), config.Replace("@PLUGINS@", Path.GetDirectoryName(Product.Bundle), StringComparison.Ordinal));
        return ExternalProcess.Start(WindowedProgram, ["-n", "-a", SessionFile], environment);
    }

    private static bool IsDone(ProcessOutput output, string script) => output.Text.Contains($"DONE {script}", StringComparison.Ordinal);

    private async Task<ProcessOutput> StartAsync(string script, ArdourSettings settings, TimeSpan timeout, string? export)
    {
        Dictionary<string, string?> environment = Environment;
        environment["GG_EXPORT"] = export;
        environment["GG_SCRIPTS"] = Scripts;
        environment["GG_SESSION"] = SessionFolder;
        environment["GG_PLUGIN"] = settings.PluginId;
        environment["GG_RATE"] = settings.SampleRateHz.ToString(CultureInfo.InvariantCulture);
        environment["GG_SECONDS"] = settings.Seconds.ToString(CultureInfo.InvariantCulture);
        environment["GG_WAIT_BEFORE"] = settings.WaitBeforeSeconds.ToString(CultureInfo.InvariantCulture);
        environment["GG_WAIT_AFTER"] = settings.WaitAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return await ExternalProcess.RunAsync(LuaProgram, [Path.Combine(Scripts, $"{script}.lua")], environment, timeout);
    }

    /// <summary>Where a file of this workplace lies.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
}
