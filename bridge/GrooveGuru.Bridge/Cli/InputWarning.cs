using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Says what is wrong with an input that could be read all the same.</summary>
internal static class InputWarning
{
    /// <summary>Prints the warning, if there is one, on standard error.</summary>
    public static void Print(string input, IAudioSource source)
    {
        if (source.Warning is { } warning)
        {
            Console.Error.WriteLine($"{ProgramName.Current}: {input}: {warning}");
        }
    }
}
