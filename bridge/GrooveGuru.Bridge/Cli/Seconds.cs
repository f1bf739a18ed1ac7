using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Times as people write them: 90, 1.5, 1:30 or 1:02:03.5.</summary>
internal static class Seconds
{
    /// <summary>Longest time that is taken, s.</summary>
    public const double Max = 1e6;

    private const int Sixty = 60;

    /// <summary>An option that takes a time.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For --help.</param>
    /// <param name="mayBeZero">Whether 0 is a time that makes sense.</param>
    public static Option<double?> Option(string name, string description, bool mayBeZero)
    {
        Option<double?> option = new(name)
        {
            Description = description,
            HelpName = "SECONDS|M:SS",
            CustomParser = result => Read(result, name, mayBeZero),
        };
        return option;
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="seconds">The time, s, 0 or more and finite; 0 where the text is none.</param>
    /// <returns>Whether the text is a time.</returns>
    public static bool TryParse(string text, out double seconds)
    {
        seconds = 0;
        string[] parts = text.Split(':');
        if (parts.Length > 3)
        {
            return false;
        }

        double sum = 0;
        for (int index = 0; index < parts.Length; index++)
        {
            NumberStyles style = index == parts.Length - 1 ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
            if (!double.TryParse(parts[index], style, CultureInfo.InvariantCulture, out double part)
                || !double.IsFinite(part) || (index > 0 && part >= Sixty))
            {
                return false;
            }

            sum = (sum * Sixty) + part;
        }

        seconds = sum;
        return true;
    }

    private static double? Read(ArgumentResult result, string name, bool mayBeZero)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (!TryParse(text, out double seconds))
        {
            result.AddError($"{name}: \"{text}\" is no time; 90, 1.5 or 1:30 would be.");
            return null;
        }

        if (seconds > Max)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is at most {Max:0} s."));
            return null;
        }

        if (seconds == 0 && !mayBeZero)
        {
            result.AddError($"{name} must be more than 0 s.");
            return null;
        }

        return seconds;
    }
}
