using System.CommandLine;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru evaluate analysis`: how right the analysis is on pieces whose truth is known; `evaluate advice` and `evaluate midi`.</summary>
internal static class EvaluateCommand
{
    /// <summary>The verb with its kinds of evaluation.</summary>
    public static Command Create() => new("evaluate", "Score what is heard against what is known, and what is advised against faults made on purpose.")
    {
        CreateAnalysis(), EvaluateAdviceCommand.Create(), EvaluateMidiCommand.Create(),
    };

    /// <summary>`--truth FILE`.</summary>
    public static Option<string> Truth()
    {
        Option<string> truth = new("--truth")
        {
            Description = "JSON list of pieces: id, file and, where known, key, bpm, meter, beats, downbeats, notes, drums, chords.",
            HelpName = "FILE",
            Required = true,
        };
        truth.Validators.Add(CommonOptions.RefuseEmpty);
        return truth;
    }

    /// <summary>`--audio DIR`.</summary>
    public static Option<string> Audio()
    {
        Option<string> audio = new("--audio") { Description = "Folder of the audio files.", HelpName = "DIR", Required = true };
        audio.Validators.Add(CommonOptions.RefuseEmpty);
        return audio;
    }

    private static Command CreateAnalysis()
    {
        Option<string> truth = Truth();
        Option<string> audio = Audio();
        Option<int> threads = CommonOptions.Threads();
        Option<string?> json = CommonOptions.Json();
        Command command = new("analysis", "Tempo, key, beats, downbeats, onsets and chords, with mir_eval's definitions.")
        {
            truth, audio, threads, json,
        };
        command.Validators.Add(OutputFiles.Validator(result => result.GetValue(truth) is { } input
            ? OutputFiles.FindConflict([input], ("--json", result.GetValue(json)))
            : null));
        command.SetCancellableAction((parsed, cancellation) =>
            Run(parsed.GetValue(truth)!, parsed.GetValue(audio)!, parsed.GetValue(threads), parsed.GetValue(json), cancellation));
        return command;
    }

    private static int Run(string truth, string audio, int threads, string? json, CancellationToken cancellation)
    {
        if (!EvaluatedPieces.TryFind(truth, audio, json, out IReadOnlyList<TruthPiece> pieces))
        {
            return ExitCode.Usage;
        }

        List<PieceScore> scores = [];
        using (ProgressLine progress = new($"Evaluating {pieces.Count} pieces"))
        {
            foreach (TruthPiece piece in pieces)
            {
                using IAudioSource source = AudioFile.Open(Path.Combine(audio, piece.File));
                scores.Add(AnalysisEvaluator.Score(piece, source, threads, cancellation));
                progress.Report((double)scores.Count / pieces.Count);
            }
        }

        EvaluatedPieces.Show(json, () => EvaluationPrinter.Print(Terminal.Output, scores), stream => EvaluationJson.Write(stream, scores));
        return ExitCode.Done;
    }
}
