using System.CommandLine;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru evaluate midi`: how right the notes are on pieces whose notes are known.</summary>
internal static class EvaluateMidiCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<string> truth = EvaluateCommand.Truth();
        Option<string> audio = EvaluateCommand.Audio();
        ChoiceOption<TranscriptionMode> mode = MidiModeOption.Create(TranscriptionMode.Auto);
        Option<string?> json = CommonOptions.Json();
        Command command = new("midi", "Notes, with and without their ends, with mir_eval's definitions.") { truth, audio, mode.Option, json };
        command.Validators.Add(OutputFiles.Validator(result => result.GetValue(truth) is { } input
            ? OutputFiles.FindConflict([input], ("--json", result.GetValue(json)))
            : null));
        command.SetCancellableAction((parsed, cancellation) => Run(
            parsed.GetValue(truth)!, parsed.GetValue(audio)!, mode.Read(parsed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static int Run(string truth, string audio, TranscriptionMode mode, string? json, CancellationToken cancellation)
    {
        if (!EvaluatedPieces.TryFind(truth, audio, json, out IReadOnlyList<TruthPiece> all))
        {
            return ExitCode.Usage;
        }

        if (mode == TranscriptionMode.Drums)
        {
            return RunDrums([.. all.Where(piece => piece.Strokes.Count > 0)], truth, audio, json, cancellation);
        }

        TruthPiece[] pieces = [.. all.Where(piece => piece.Notes.Count > 0)];
        if (pieces.Length == 0)
        {
            throw new GrooveGuruException($"No piece of {truth} that is in {audio} has notes.");
        }

        List<MidiScore> scores = [];
        using (ProgressLine progress = new($"Evaluating {pieces.Length} pieces"))
        {
            foreach (TruthPiece piece in pieces)
            {
                string path = Path.Combine(audio, piece.File);
                scores.Add(MidiScore.Of(piece, mode, WorkThreads.Run(() => NoteWriter.Transcribe(() => AudioFile.Open(path), mode, null, cancellation))));
                progress.Report((double)scores.Count / pieces.Length);
            }
        }

        EvaluatedPieces.Show(json, () => MidiEvaluation.Print(Terminal.Output, scores), stream => MidiEvaluation.WriteJson(stream, scores));
        return ExitCode.Done;
    }

    private static int RunDrums(TruthPiece[] pieces, string truth, string audio, string? json, CancellationToken cancellation)
    {
        if (pieces.Length == 0)
        {
            throw new GrooveGuruException($"No piece of {truth} that is in {audio} has drums whose \"pitch\" is known.");
        }

        List<DrumScore> scores = [];
        using (ProgressLine progress = new($"Evaluating {pieces.Length} pieces"))
        {
            foreach (TruthPiece piece in pieces)
            {
                string path = Path.Combine(audio, piece.File);
                scores.Add(DrumScore.Of(piece, DrumTranscriber.Transcribe(() => AudioFile.Open(path), null, cancellation)));
                progress.Report((double)scores.Count / pieces.Length);
            }
        }

        EvaluatedPieces.Show(json, () => DrumEvaluation.Print(Terminal.Output, scores), stream => DrumEvaluation.WriteJson(stream, scores));
        return ExitCode.Done;
    }
}
