using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The words that several verbs share: INPUT…, --out DIR, --json FILE|-.</summary>
internal static class CommonOptions
{
    /// <summary>Where files go that no folder was chosen for.</summary>
    public const string DefaultOutFolder = "out";

    /// <summary>The most threads that may be asked for.</summary>
    public const int MaxThreads = 64;

    /// <summary>One audio file or more.</summary>
    public static Argument<string[]> Inputs()
    {
        Argument<string[]> inputs = new("INPUT")
        {
            Description = "Audio files: WAV, and FLAC, OGG, MP3 or AIFF where libsndfile is installed.",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(RefuseEmpty);
        inputs.Validators.Add(result =>
        {
            // A mistyped option would otherwise be looked for as a file.
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } token)
            {
                result.AddError($"There is no option {token.Value}; a file of this name is written ./{token.Value}.");
            }
        });
        return inputs;
    }

    /// <summary>Where files go.</summary>
    public static Option<string> Out(string what)
    {
        Option<string> outFolder = new("--out")
        {
            Description = $"Folder for {what}; each input gets a folder of its own in it.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultOutFolder,
        };
        outFolder.Validators.Add(RefuseEmpty);
        return outFolder;
    }

    /// <summary>Where JSON goes.</summary>
    public static Option<string?> Json()
    {
        Option<string?> json = new("--json")
        {
            Description = "Write the result as JSON to a file, or to standard output with '-'.",
            HelpName = "FILE|-",
        };
        json.Validators.Add(RefuseEmpty);
        return json;
    }

    /// <summary>Threads of one analysis.</summary>
    public static Option<int> Threads()
    {
        Option<int> threads = new("--threads")
        {
            Description = "Threads of one analysis; the result is the same for any number.",
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 4),
        };
        RequireBetween(threads, 1, MaxThreads);
        return threads;
    }

    /// <summary>Refuses an empty name, and an option where the name of a file or folder is wanted, as wrong usage.</summary>
    public static void RefuseEmpty(SymbolResult result)
    {
        if (result is OptionResult { Option.Name: var name }
            && result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
        {
            result.AddError($"{name} needs a name before {option.Value}; a file of this name is written ./{option.Value}.");
        }

        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError("A file or folder name is empty.");
        }
    }

    /// <summary>Refuses a number outside its range as wrong usage; one that does not parse is refused by the parser itself.</summary>
    public static void RequireBetween<T>(Option<T> option, T min, T max)
        where T : INumber<T>
    {
        option.Validators.Add(result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (T.TryParse(text, CultureInfo.InvariantCulture, out T? value) && (value < min || value > max))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must lie between {min} and {max}."));
            }
        });
    }

    /// <summary>The folder for one input's files: its name without extension, in the output folder.</summary>
    /// <param name="outFolder">The output folder.</param>
    /// <param name="input">The input.</param>
    /// <param name="taken">Folders that other inputs of the same call have; this one is added.</param>
    public static string FolderFor(string outFolder, string input, HashSet<string>? taken = null)
    {
        string name = Path.GetFileNameWithoutExtension(input) is { Length: > 0 } stem ? stem : "audio";
        string folder = Path.Combine(outFolder, name);
        for (int number = 2; taken?.Add(folder) == false; number++)
        {
            folder = Path.Combine(outFolder, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
        }

        return folder;
    }
}
