using System.CommandLine;
using System.CommandLine.Parsing;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The command line: one verb, its inputs and options; exit 0 done, 1 failed with one line, 2 wrong usage.</summary>
internal static class CommandLine
{
    private const string DebugVariable = "GROOVEGURU_DEBUG";

    // After Ctrl+C, to take away what is half written; a busy machine needs its time.
    private static readonly TimeSpan TidyUpTime = TimeSpan.FromSeconds(15);

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">As the user gave them, without the program's name.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        RootCommand root = new("Groove Guru listens to a track, says what it hears and what to change, and makes stems and MIDI of it.")
        {
            ServeCommand.Create(),
            AnalyzeCommand.Create(),
            AdviseCommand.Create(),
            StemsCommand.Create(),
            MidiCommand.Create(),
            DemoCommand.Create(),
            EvaluateCommand.Create(),
            ModelsCommand.Create(),
            DoctorCommand.Create(),
        };
        if (arguments is [var verb, ..] && !verb.StartsWith('-') && root.Subcommands.All(command => command.Name != verb))
        {
            return Misuse($"There is no verb '{verb}'; {ProgramName.Current} --help lists them.");
        }

        ParseResult parsed;
        string[] errors;
        try
        {
            parsed = root.Parse(arguments);
            errors = [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
            if (errors.Length > 0 && parsed.CommandResult.Command is { Subcommands.Count: > 0 } family and not RootCommand)
            {
                errors = [$"'{family.Name}' needs to know what: {string.Join(", ", family.Subcommands.Select(command => command.Name))}."];
            }
        }
        catch (Exception error) when (Environment.GetEnvironmentVariable(DebugVariable) is null)
        {
            // Whatever the parser trips over, it is the command line that it could not read.
            return Misuse($"the command line cannot be read ({error.Message.ReplaceLineEndings(" ")}); {ProgramName.Current} --help says how it is written.");
        }

        if (errors.Length > 0)
        {
            Array.ForEach(errors, error => Misuse(error));
            string path = string.Concat(Verbs(parsed.CommandResult).Select(name => name + " "));
            await Console.Error.WriteLineAsync($"Try '{ProgramName.Current} {path}--help'.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            using StringWriter help = new(); // what the library itself says
            int exitCode = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TidyUpTime,
                Output = help,
            })
                .ConfigureAwait(false);

            // It knows the program by its file's name, not by what the user types.
            await Console.Out.WriteAsync(help.ToString().Replace($"  {root.Name} ", $"  {ProgramName.Current} ", StringComparison.Ordinal)).ConfigureAwait(false);
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return Fail("cancelled");
        }
        catch (GrooveGuruException error)
        {
            return Fail(error.Message);
        }
        catch (GrpcException error)
        {
            return Fail(error.Message);
        }
        catch (UnauthorizedAccessException error)
        {
            return Fail($"{error.Message} Choose a place that you may read and write.");
        }
        catch (IOException error)
        {
            return Fail(error.Message);
        }
        catch (Exception error) when (Environment.GetEnvironmentVariable(DebugVariable) is null)
        {
            // The outermost frame: a user gets a sentence, a developer asks for the stack trace.
            return Fail($"this should not have happened ({error.GetType().Name}: {error.Message}). "
                + $"Please report it; {DebugVariable}=1 shows where.");
        }
    }

    // Outermost first: "evaluate", "analysis".
    private static IEnumerable<string> Verbs(CommandResult result) => result.Command is RootCommand
        ? []
        : [.. result.Parent is CommandResult parent ? Verbs(parent) : [], result.Command.Name];

    private static int Misuse(string message)
    {
        Console.Error.WriteLine($"{ProgramName.Current}: {message}");
        return ExitCode.Usage;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"{ProgramName.Current}: {message.ReplaceLineEndings(" ")}");
        return ExitCode.Failed;
    }
}
