using System.Diagnostics;
using System.Text;

namespace GrooveGuru.EndToEnd.Tests.Processes;

/// <summary>A program that is not ours to trust: it gets an environment of its own, a bounded time, and ends with its children.</summary>
internal sealed class ExternalProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly string _commandLine;

    private ExternalProcess(ProcessStartInfo start)
    {
        _commandLine = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_commandLine} did not start.");
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has said so far.</summary>
    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What it gets beside our environment; a null value takes a variable away.</param>
    public static ExternalProcess Start(string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        ProcessStartInfo start = new(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ExternalProcess(start);
    }

    /// <summary>Starts it and waits for its end, at most this long.</summary>
    public static async Task<ProcessOutput> RunAsync(
        string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, TimeSpan timeout)
    {
        using ExternalProcess process = Start(fileName, arguments, environment);
        return await process.WaitAsync(timeout);
    }

    /// <summary>Waits for its end; past the time it is ended, children and all.</summary>
    public async Task<ProcessOutput> WaitAsync(TimeSpan timeout)
    {
        _process.StandardInput.Close();
        using CancellationTokenSource source = new(timeout);
        try
        {
            await _process.WaitForExitAsync(source.Token);
            return new ProcessOutput(_commandLine, _process.ExitCode, Text);
        }
        catch (OperationCanceledException)
        {
            Kill();
            return new ProcessOutput(_commandLine, null, Text);
        }
    }

    /// <summary>Ends it and its children at once, as kill -9 does.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (_text)
            {
                _text.Append(line).Append('\n');
            }
        }
    }
}
