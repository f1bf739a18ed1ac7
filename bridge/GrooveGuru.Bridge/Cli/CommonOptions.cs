using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The words that several verbs share: INPUT…, --out DIR, --json FILE|-.</summary>
internal static class CommonOptions
{
    /// <summary>One audio file or more.</summary>
    public static Argument<string[]> Inputs() => new("INPUT")
    {
        Description = "Audio files: WAV, and FLAC, OGG, MP3 or AIFF where libsndfile is installed.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Where files go.</summary>
    public static Option<string> Out(string what) => new("--out")
    {
        Description = $"Folder for {what}; each input gets a folder of its own in it.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
    };

    /// <summary>Where JSON goes.</summary>
    public static Option<string?> Json() => new("--json")
    {
        Description = "Write the result as JSON to a file, or to standard output with '-'.",
        HelpName = "FILE|-",
    };

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
    public static string FolderFor(string outFolder, string input) =>
        Path.Combine(outFolder, Path.GetFileNameWithoutExtension(input) is { Length: > 0 } name ? name : "audio");
}
