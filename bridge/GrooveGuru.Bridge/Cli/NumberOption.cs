using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Options that take a number within bounds, and say so in one sentence where they do not get one.</summary>
internal static class NumberOption
{
    /// <summary>An option that is worth a number where it is not given.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="unit">What the number counts, for --help.</param>
    /// <param name="description">For --help.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The most that is taken.</param>
    /// <param name="usual">What counts where the user gives none.</param>
    public static Option<T> Create<T>(string name, string unit, string description, T least, T most, T usual)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = unit,
            DefaultValueFactory = _ => usual,
            CustomParser = result => Read(result, name, least, most) ?? usual,
        };

    /// <summary>An option that is nothing where it is not given.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="unit">What the number counts, for --help.</param>
    /// <param name="description">For --help.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The most that is taken.</param>
    public static Option<T?> Create<T>(string name, string unit, string description, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = unit,
            CustomParser = result => Read(result, name, least, most),
        };

    private static T? Read<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (T.TryParse(text, Plain, CultureInfo.InvariantCulture, out T value) && value >= least && value <= most)
        {
            return value;
        }

        string kind = typeof(T) == typeof(int) ? "whole number" : "number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is a {kind} between {least} and {most}, not '{text}'."));
        return null;
    }
}
