using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Host.Cli;

/// <summary>The command line of grooveguru-host.</summary>
internal static class HostCommand
{
    private static readonly Argument<string> Bundle = new("bundle") { Description = "The plugin: a folder Name.vst3." };
    private static readonly Option<string> Input = new("--input") { Description = "The audio file to play.", Required = true };
    private static readonly Option<int> Block = new("--block") { Description = "Block length, frames.", DefaultValueFactory = _ => 512 };
    private static readonly Option<double> Speed = new("--speed")
    {
        Description = "Times real time; 0 is as fast as possible.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<double> Tempo = new("--tempo") { Description = "Tempo, BPM; 0 tells the plugin none.", DefaultValueFactory = _ => 120 };
    private static readonly Option<string> Meter = new("--meter") { Description = "Meter, such as 3/4.", DefaultValueFactory = _ => "4/4" };
    private static readonly Option<string?> TrackName = new("--track-name") { Description = "The track's name; else the file's." };
    private static readonly Option<bool> Offline = new("--offline") { Description = "Tell the plugin that this is an offline render." };
    private static readonly Option<bool> Tail = new("--tail-until-stdin-closes")
    {
        Description = "After the file go on with a stopped transport, in real time, until the standard input ends.",
    };

    private static readonly Option<string?> StateIn = new("--state-in") { Description = "Restore this saved state first." };
    private static readonly Option<string?> StateOut = new("--state-out") { Description = "Save the state at the end." };
    private static readonly Option<string?> Json = new("--json") { Description = "Write the result to this file; - is the standard output." };
    private static readonly Option<bool> Progress = new("--progress") { Description = "Print one JSON object a line while playing." };

    /// <summary>Runs a command line.</summary>
    /// <returns>0 done; 1 failed, or the output differs from the input; 2 wrong usage.</returns>
    public static int Run(string[] arguments)
    {
        Validate(Block, value => value is > 0 and <= 65536, "--block must be 1 to 65536 frames.");
        Validate(Speed, value => value is >= 0 and <= 10000, "--speed must be 0 to 10000.");
        Validate(Tempo, value => value is >= 0 and <= 1000, "--tempo must be 0 to 1000 BPM.");
        Validate(Meter, value => TryReadMeter(value, out _, out _), "--meter must be two numbers such as 3/4.");

        RootCommand root = new("Plays an audio file through a VST3 plugin and checks that it comes out unchanged.")
        {
            Bundle, Input, Block, Speed, Tempo, Meter, TrackName, Offline, Tail, StateIn, StateOut, Json, Progress,
        };
        root.SetAction(parsed => Guarded(() => new HostRun(Read(parsed)).Execute()));

        Command moduleInfo = new("module-info", "Writes a bundle's moduleinfo.json from what its factory says.") { Bundle };
        moduleInfo.SetAction(parsed => Guarded(() =>
        {
            ModuleInfoFile.Write(parsed.GetRequiredValue(Bundle));
            return 0;
        }));
        root.Subcommands.Add(moduleInfo);

        ParseResult result = root.Parse(arguments);
        int code = result.Invoke();
        return result.Errors.Count > 0 ? 2 : code;
    }

    private static int Guarded(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is GrooveGuruException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("grooveguru-host: " + error.Message);
            return 1;
        }
    }

    private static HostOptions Read(ParseResult parsed)
    {
        TryReadMeter(parsed.GetRequiredValue(Meter), out int numerator, out int denominator);
        string input = parsed.GetRequiredValue(Input);
        return new HostOptions
        {
            Bundle = parsed.GetRequiredValue(Bundle),
            Input = input,
            Playback = new()
            {
                BlockFrames = parsed.GetRequiredValue(Block),
                Speed = parsed.GetRequiredValue(Speed),
                TempoBpm = parsed.GetRequiredValue(Tempo),
                MeterNumerator = numerator,
                MeterDenominator = denominator,
            },
            TrackName = parsed.GetValue(TrackName) ?? Path.GetFileNameWithoutExtension(input),
            IsOffline = parsed.GetValue(Offline),
            TailUntilStdinCloses = parsed.GetValue(Tail),
            StateIn = parsed.GetValue(StateIn),
            StateOut = parsed.GetValue(StateOut),
            Json = parsed.GetValue(Json),
            ShowProgress = parsed.GetValue(Progress),
        };
    }

    private static void Validate<T>(Option<T> option, Predicate<T> isValid, string message)
        => option.Validators.Add((OptionResult result) =>
        {
            try
            {
                if (result.GetValueOrDefault<T>() is { } value && !isValid(value))
                {
                    result.AddError(message);
                }
            }
            catch (InvalidOperationException)
            {
                // It is not of the option's type; the parser says so itself.
            }
        });

    private static bool TryReadMeter(string text, out int numerator, out int denominator)
    {
        denominator = 0;
        string[] parts = text.Split('/');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out numerator) && numerator > 0
            && parts.Length == 2
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out denominator) && denominator > 0;
    }
}
