using Spectre.Console;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Standard output for people: colours on a terminal, plain text in a pipe or a file.</summary>
internal static class Terminal
{
    private const int PlainWidth = 120;

    /// <summary>The console to print to.</summary>
    public static IAnsiConsole Output { get; } = Create();

    private static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        plain.Profile.Width = PlainWidth;
        return plain;
    }
}
