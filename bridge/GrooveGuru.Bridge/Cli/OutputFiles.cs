using System.CommandLine.Parsing;
using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Sees to it that no output takes the place of an input or of another output.</summary>
internal static class OutputFiles
{
    /// <summary>A validator that runs only where every value could be read: the library throws on asking for one that could not.</summary>
    /// <param name="find">What is wrong with the outputs; null for nothing.</param>
    public static Action<CommandResult> Validator(Func<CommandResult, string?> find) => result =>
    {
        if (result.Children.Any(child => child.Errors.Any()))
        {
            return;
        }

        try
        {
            if (find(result) is { } conflict)
            {
                result.AddError(conflict);
            }
        }
        catch (InvalidOperationException)
        {
            // A value that its option refuses is read only now; the option tells its own error.
        }
    };

    /// <summary>What is wrong with a choice of outputs.</summary>
    /// <param name="inputs">Files that are read.</param>
    /// <param name="outputs">Options with the file that each writes; null and "-" write none.</param>
    /// <returns>A sentence; null where nothing is wrong.</returns>
    public static string? FindConflict(IEnumerable<string> inputs, params (string Name, string? Path)[] outputs)
    {
        Dictionary<string, string> read = new(RealPath.Comparer), written = new(RealPath.Comparer);
        try
        {
            foreach (string input in inputs)
            {
                read[RealPath.Of(input)] = input;
            }

            foreach ((string name, string? path) in outputs)
            {
                if (path is null or "-" || RealPath.Of(path) is not { } real || FileKind.IsSpecial(real))
                {
                    continue;
                }

                if (read.TryGetValue(real, out string? input))
                {
                    return $"{name} would overwrite {input}, which is read; choose another file.";
                }

                if (!written.TryAdd(real, name))
                {
                    return $"{written[real]} and {name} both write {path}; give each a file of its own.";
                }
            }
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return error.Message;
        }

        return null;
    }

    /// <summary>Finds out before long work whether the outputs could be written.</summary>
    /// <param name="paths">The files; null and "-" are none.</param>
    /// <exception cref="IOException">One could not.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not.</exception>
    public static void RequireWritable(params string?[] paths)
    {
        foreach (string? path in paths)
        {
            if (path is not (null or "-"))
            {
                AtomicFile.RequireWritable(path);
            }
        }
    }
}
