using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Demo;

/// <summary>The headless VST3 host as a process of its own, as a DAW would be.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _resultPath;
    private readonly StringBuilder _errors = new();

    private HostProcess(Process process, string resultPath)
    {
        _process = process;
        _resultPath = resultPath;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                if (line.Data is { Length: > 0 } && _errors.Length < 4000)
                {
                    _errors.AppendLine(line.Data);
                }
            }
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Ends when the host ends by itself, which means that something went wrong.</summary>
    public Task WhenExitedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Starts the host; it plays the file, then keeps the plugin running until <see cref="FinishAsync"/>.</summary>
    /// <exception cref="GrooveGuruException">The host or the bundle is missing.</exception>
    public static HostProcess Start(DemoOptions options, DemoInput input, string runtimeFolder, string workFolder)
    {
        if (!Directory.Exists(options.BundlePath))
        {
            throw new GrooveGuruException($"{options.BundlePath}: the plugin is not there; build it with ./groove build, or name it with --bundle.");
        }

        if (!File.Exists(options.HostPath))
        {
            throw new GrooveGuruException($"{options.HostPath}: the headless host is not there; build it with ./groove build, or name it with --host.");
        }

        string resultPath = Path.Combine(workFolder, "host.json");
        ProcessStartInfo start = new(options.HostPath)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList =
            {
                options.BundlePath,
                "--input", input.Path,
                "--speed", options.Speed.ToString(CultureInfo.InvariantCulture),
                "--tail-until-stdin-closes",
                "--json", resultPath,
            },
        };
        // A user's file has no project: the tempo of its MIDI is to be the one that is heard.
        start.ArgumentList.Add("--tempo");
        start.ArgumentList.Add((input.Truth?.Truth.TempoBpm ?? 0).ToString(CultureInfo.InvariantCulture));

        start.Environment[EndpointLocation.FolderVariable] = runtimeFolder;
        start.Environment["GROOVEGURU_NO_AUTOSTART"] = "1";
        try
        {
            return new HostProcess(Process.Start(start)!, resultPath);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new GrooveGuruException($"{options.HostPath} cannot be run: {error.Message}. Name the headless host with --host.", error);
        }
    }

    /// <summary>Ends the playing and reads what the host saw.</summary>
    /// <exception cref="GrooveGuruException">The host failed.</exception>
    public async Task<HostResult> FinishAsync(CancellationToken cancellation)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (!File.Exists(_resultPath))
        {
            throw Failure();
        }

        using FileStream stream = File.OpenRead(_resultPath);
        try
        {
            using JsonDocument json = await JsonDocument.ParseAsync(stream, default, cancellation).ConfigureAwait(false);
            return HostResult.Parse(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new GrooveGuruException($"{_resultPath}: the headless host wrote no result that can be read; is it of this version?", error);
        }
    }

    /// <summary>What the host said when it failed.</summary>
    public GrooveGuruException Failure()
    {
        lock (_errors)
        {
            return new GrooveGuruException($"The headless host ended with code {_process.ExitCode}: {_errors.ToString().Trim()}");
        }
    }

    /// <summary>Ends the host whatever it does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }
}
