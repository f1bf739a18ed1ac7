using System.CommandLine;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The options --start, --duration and --threads.</summary>
internal sealed class PartOptions
{
    private readonly Option<double?> _start = Seconds.Option("--start", "Begin here; times in the report count from it.", mayBeZero: true);
    private readonly Option<double?> _duration = Seconds.Option("--duration", "Length to work on (default: to the end).", mayBeZero: false);
    private readonly Option<int> _threads = CommonOptions.Threads();

    /// <summary>Gives them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_start);
        command.Options.Add(_duration);
        command.Options.Add(_threads);
    }

    /// <summary>What the user chose.</summary>
    public AudioPart Read(ParseResult parsed) => new(parsed.GetValue(_start) ?? 0, parsed.GetValue(_duration), parsed.GetValue(_threads));
}
