using System.CommandLine;

namespace GrooveGuru.Bridge.Cli;

/// <summary>An option that takes one of a few words.</summary>
/// <typeparam name="T">What the words stand for.</typeparam>
internal sealed class ChoiceOption<T>
{
    private readonly Dictionary<string, T> _choices;
    private readonly Option<string> _option;

    /// <summary>The option.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="choices">What each word stands for; the words in any case.</param>
    /// <param name="description">For --help.</param>
    /// <param name="usual">The word that counts where the user says none.</param>
    public ChoiceOption(string name, IReadOnlyList<(string Word, T Meaning)> choices, string description, string usual)
    {
        _choices = choices.ToDictionary(choice => choice.Word, choice => choice.Meaning, StringComparer.OrdinalIgnoreCase);
        string[] words = [.. choices.Select(choice => choice.Word)];
        string all = $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
        _option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => usual,
        };
        _option.Validators.Add(result =>
        {
            // Where the option is not given, there is no token: the usual word is one of ours.
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : usual;
            if (!_choices.ContainsKey(text))
            {
                result.AddError($"{name} is {all}, not '{text}'.");
            }
        });
        _option.CompletionSources.Add(words);
    }

    /// <summary>What a command is given.</summary>
    public Option Option => _option;

    /// <summary>What the user chose.</summary>
    public T Read(ParseResult parsed) => _choices[parsed.GetValue(_option)!];
}
