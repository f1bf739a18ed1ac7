using System.CommandLine;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The options --start, --duration and --threads.</summary>
internal sealed class PartOptions
{
    private const double MaxSeconds = 1e6;

    private readonly Option<double> _start = new("--start") { Description = "Begin here; times in the report count from it.", HelpName = "SECONDS" };
    private readonly Option<double?> _duration = new("--duration") { Description = "Length to work on (default: to the end).", HelpName = "SECONDS" };
    private readonly Option<int> _threads = CommonOptions.Threads();

    /// <summary>The options with their limits.</summary>
    public PartOptions()
    {
        CommonOptions.RequireBetween(_start, 0, MaxSeconds);
        _duration.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double?>() is { } seconds && seconds is not (> 0 and <= MaxSeconds))
            {
                result.AddError($"--duration must lie above 0 and up to {MaxSeconds:0}.");
            }
        });
    }

    /// <summary>Gives them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_start);
        command.Options.Add(_duration);
        command.Options.Add(_threads);
    }

    /// <summary>What the user chose.</summary>
    public AudioPart Read(ParseResult parsed) => new(parsed.GetValue(_start), parsed.GetValue(_duration), parsed.GetValue(_threads));
}
