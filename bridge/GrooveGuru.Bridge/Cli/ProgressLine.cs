using System.Globalization;

namespace GrooveGuru.Bridge.Cli;

/// <summary>
/// Progress on standard error: one line that is rewritten on a terminal, a line every few seconds elsewhere. Silent for what is
/// over within a second.
/// </summary>
internal sealed class ProgressLine : IProgress<double>, IDisposable
{
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(3);

    private string _what;
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly Lock _gate = new();
    private TimeSpan _last = TimeSpan.Zero;
    private int _width;

    /// <summary>A line that begins with what is being done.</summary>
    public ProgressLine(string what) => _what = what;

    /// <inheritdoc/>
    public void Report(double value) => Report(value, null);

    /// <summary>Says how far it is and what is being done now.</summary>
    public void Report(string what, double value)
    {
        _what = what;
        Report(value, null);
    }

    /// <summary>Says how far it is, with a remark.</summary>
    public void Report(double value, string? remark)
    {
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(_started);
        lock (_gate)
        {
            if (elapsed < TimeSpan.FromSeconds(1) || elapsed - _last < (_terminal ? TerminalInterval : LogInterval))
            {
                return;
            }

            _last = elapsed;
            string eta = value is > 0.02 and < 1
                ? string.Create(CultureInfo.InvariantCulture, $", {elapsed.TotalSeconds * (1 - value) / value:0} s left")
                : "";
            string line = string.Create(CultureInfo.InvariantCulture, $"{_what}: {value,4:P0}{eta}{(remark is null ? "" : ", " + remark)}");
            if (_terminal)
            {
                Console.Error.Write($"\r{line.PadRight(_width)}");
                _width = line.Length;
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_terminal && _width > 0)
        {
            Console.Error.Write($"\r{new string(' ', _width)}\r");
        }
    }
}
