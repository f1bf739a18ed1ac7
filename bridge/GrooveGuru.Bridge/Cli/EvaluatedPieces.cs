using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Cli;

/// <summary>What the evaluations share: which pieces can be scored, and where the result goes.</summary>
internal static class EvaluatedPieces
{
    /// <summary>The pieces of a truth file whose audio is there; says on standard error how many are not.</summary>
    /// <param name="truth">The truth file.</param>
    /// <param name="audio">The folder of the audio files.</param>
    /// <param name="json">Where JSON is to be written; checked before long work.</param>
    /// <param name="pieces">The pieces, one or more.</param>
    /// <returns>False, with the reason told, where the command line asks for what cannot be.</returns>
    /// <exception cref="GrooveGuruException">There is no such folder, no such truth, or no audio of any piece.</exception>
    public static bool TryFind(string truth, string audio, string? json, out IReadOnlyList<TruthPiece> pieces)
    {
        if (!Directory.Exists(audio))
        {
            throw new GrooveGuruException($"There is no folder {audio}: --audio is where the audio files lie.");
        }

        IReadOnlyList<TruthPiece> all = TruthFile.Read(truth);
        pieces = [.. all.Where(piece => File.Exists(Path.Combine(audio, piece.File)))];
        if (OutputFiles.FindConflict(all.Select(piece => Path.Combine(audio, piece.File)), ("--json", json)) is { } conflict)
        {
            Console.Error.WriteLine($"{ProgramName.Current}: {conflict}");
            return false;
        }

        if (pieces.Count == 0)
        {
            throw new GrooveGuruException($"None of the {all.Count} files named in {truth} is in {audio}.");
        }

        if (pieces.Count < all.Count)
        {
            Console.Error.WriteLine($"{ProgramName.Current}: {all.Count - pieces.Count} of {all.Count} pieces have no file in {audio} and are not scored.");
        }

        OutputFiles.RequireWritable(json);
        return true;
    }

    /// <summary>Shows a result: as JSON alone where that goes to standard output, printed else, with JSON beside it where asked for.</summary>
    public static void Show(string? json, Action print, Action<Stream> write)
    {
        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            write(output);
            return;
        }

        print();
        if (json is not null)
        {
            AtomicFile.Write(json, write);
        }
    }
}
