using System.CommandLine;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru evaluate midi`: how right the notes are on pieces whose notes are known.</summary>
internal static class EvaluateMidiCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<string> truth = EvaluateCommand.Truth();
        Option<string> audio = EvaluateCommand.Audio();
        Option<TranscriptionMode> mode = MidiModeOption.Create(TranscriptionMode.Auto);
        Option<string?> json = CommonOptions.Json();
        Command command = new("midi", "Notes, with and without their ends, with mir_eval's definitions.") { truth, audio, mode, json };
        command.Validators.Add(OutputFiles.Validator(result => result.GetValue(truth) is { } input
            ? OutputFiles.FindConflict([input], ("--json", result.GetValue(json)))
            : null));
        command.SetCancellableAction((parsed, cancellation) => Run(
            parsed.GetValue(truth)!, parsed.GetValue(audio)!, parsed.GetValue(mode), parsed.GetValue(json), cancellation));
        return command;
    }

    private static int Run(string truth, string audio, TranscriptionMode mode, string? json, CancellationToken cancellation)
    {
        if (!Directory.Exists(audio))
        {
            throw new GrooveGuruException($"There is no folder {audio}: --audio is where the audio files lie.");
        }

        TruthPiece[] pieces = [.. TruthFile.Read(truth).Where(piece => piece.Notes.Count > 0 && File.Exists(Path.Combine(audio, piece.File)))];
        if (pieces.Length == 0)
        {
            throw new GrooveGuruException($"No piece of {truth} has notes and a file in {audio}.");
        }

        if (OutputFiles.FindConflict(pieces.Select(piece => Path.Combine(audio, piece.File)), ("--json", json)) is { } conflict)
        {
            Console.Error.WriteLine($"{ProgramName.Current}: {conflict}");
            return ExitCode.Usage;
        }

        OutputFiles.RequireWritable(json);
        List<MidiScore> scores = [];
        using (SessionLease lease = SessionCache.Shared.Take(BasicPitchModel.Contract.Name, BasicPitchModel.Contract))
        using (BasicPitchModel model = new(lease.Session))
        using (ProgressLine progress = new($"Evaluating {pieces.Length} pieces"))
        {
            foreach (TruthPiece piece in pieces)
            {
                string path = Path.Combine(audio, piece.File);
                scores.Add(MidiScore.Of(piece, NoteTranscriber.Transcribe(() => AudioFile.Open(path), model, mode, null, cancellation)));
                progress.Report((double)scores.Count / pieces.Length);
            }
        }

        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            MidiEvaluation.WriteJson(output, scores);
            return ExitCode.Done;
        }

        MidiEvaluation.Print(Terminal.Output, scores);
        if (json is not null)
        {
            AtomicFile.Write(json, stream => MidiEvaluation.WriteJson(stream, scores));
        }

        return ExitCode.Done;
    }
}
