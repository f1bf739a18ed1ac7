using System.CommandLine;
using System.Globalization;
using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru evaluate advice`: how right the advice is on clean material in which one fault at a time is made.</summary>
internal static class EvaluateAdviceCommand
{
    private const double DefaultSeconds = 20;
    private const double MinSeconds = 3;
    private const double MaxSeconds = 240;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<string[]> audio = new("--audio")
        {
            Description = "Folders of clean audio files; a manifest.csv or roles.csv in them (path,role,split,group) says what each is.",
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string> half = new("--half") { Description = "Which half of the material: tuned, reported or both.", HelpName = "HALF", DefaultValueFactory = _ => "both" };
        Option<double> seconds = new("--limit-seconds") { Description = "Longest part of a file that is used, s: its loudest.", HelpName = "SECONDS", DefaultValueFactory = _ => DefaultSeconds };
        Option<int?> tracks = new("--limit-tracks") { Description = "Most tracks of each half: drawn from all by their names, always the same ones.", HelpName = "N" };
        Option<string[]> fault = new("--fault")
        {
            Description = "Make only these faults: dull_top, muddy_low_mids and so on, or one strength of one, dull_top/weak.",
            HelpName = "FAULT",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<bool> demo = new("--demo") { Description = "Take the demo song too, its mix and stems without their planted mistakes (the default)." };
        Option<bool> noDemo = new("--no-demo") { Description = "Leave the demo song out." };
        Option<bool> names = new("--names") { Description = "Let the adviser know what each file is called; otherwise it has to hear what it is." };
        Option<bool> otherwise = new("--otherwise") { Description = "Make the faults otherwise than the fault model learnt them: other corners, widths, times and rooms." };
        Option<int> threads = new("--threads") { Description = "Tracks at the same time; the result is the same for any number.", HelpName = "N", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, CommonOptions.MaxThreads) };
        Option<string?> json = CommonOptions.Json();
        audio.Validators.Add(CommonOptions.RefuseEmpty);
        half.AcceptOnlyFromAmong("tuned", "reported", "both");
        CommonOptions.RequireBetween(seconds, MinSeconds, MaxSeconds);
        tracks.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int count) && count < 1)
            {
                result.AddError("--limit-tracks must be 1 or more.");
            }
        });
        fault.Validators.Add(result => result.Tokens.Where(token => Cases([token.Value]).Length == 0).ToList().ForEach(token =>
            result.AddError($"--fault: there is no fault \"{token.Value}\"; there are {string.Join(", ", FaultCatalogue.All.Select(at => FaultNames.Of(at.Kind)).Distinct())}.")));
        CommonOptions.RequireBetween(threads, 1, CommonOptions.MaxThreads);
        Command command = new("advice", "Make known faults on clean material and score whether the advice finds and mends them.")
        {
            audio, half, seconds, tracks, fault, demo, noDemo, names, otherwise, threads, json,
        };
        command.Validators.Add(OutputFiles.Validator(result => (result.GetValue(demo), result.GetValue(noDemo)) switch
        {
            (true, true) => "--demo and --no-demo contradict each other; give one.",
            (_, true) when result.GetValue(audio) is not { Length: > 0 } => "--no-demo leaves nothing to score; name a folder with --audio.",
            _ => null,
        }));
        command.SetCancellableAction((parsed, cancellation) => Run(
            parsed.GetValue(audio) ?? [],
            parsed.GetValue(half)!,
            parsed.GetValue(seconds),
            parsed.GetValue(tracks),
            !parsed.GetValue(noDemo),
            new TrackExaminer(Advise, Cases(parsed.GetValue(fault)), parsed.GetValue(names), parsed.GetValue(otherwise)),
            parsed.GetValue(threads),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static int Run(
        string[] folders, string half, double seconds, int? mostTracks, bool demo, TrackExaminer examiner, int threads, string? json, CancellationToken cancellation)
    {
        List<MaterialTrack> tracks = demo ? [.. DemoMaterial.Tracks(seconds)] : [];
        foreach (string folder in folders)
        {
            IReadOnlyList<MaterialTrack> found = MaterialFolder.Find(folder, seconds);
            if (found.Count == 0)
            {
                Warn($"there is no audio file in {folder}");
            }

            tracks.AddRange(found);
        }

        MaterialHalf[] halves = half switch
        {
            "tuned" => [MaterialHalf.Tuned],
            "reported" => [MaterialHalf.Reported],
            _ => [MaterialHalf.Tuned, MaterialHalf.Reported],
        };
        MaterialTrack[] chosen = [.. tracks.Where(track => halves.Contains(track.Half))];
        if (chosen.Length == 0)
        {
            throw new GrooveGuruException(tracks.Count == 0
                ? "There is no audio file to score: name a folder of audio files with --audio."
                : $"None of the {tracks.Count} tracks is in the {half} half.");
        }

        string[] files = [.. tracks.Select(track => track.SourcePath).OfType<string>()];
        IEnumerable<string> manifests = files.Select(path => Path.GetDirectoryName(path)!).Concat(folders).Distinct().SelectMany(MaterialManifest.In);
        if (OutputFiles.FindConflict(files.Concat(manifests), ("--json", json)) is { } conflict)
        {
            Warn(conflict);
            return ExitCode.Usage;
        }

        chosen = mostTracks is { } most ? [.. MaterialTrack.Draw(chosen, most)] : chosen;
        OutputFiles.RequireWritable(json);
        IReadOnlyList<TrackScore> scores;
        using (ProgressLine progress = new($"Making faults on {chosen.Length} tracks"))
        {
            scores = AdviceEvaluator.Run(chosen, examiner, threads, progress, cancellation);
        }

        foreach (TrackScore skipped in scores.Where(score => score.SkippedBecause is not null))
        {
            Warn($"{skipped.Track.Name} is left out: {skipped.SkippedBecause}");
        }

        (MaterialHalf Half, AdviceTotals Totals)[] totals =
        [
            .. halves.Select(at => (at, scores.Where(score => score.Track.Half == at && score.SkippedBecause is null).ToArray()))
                .Where(at => at.Item2.Length > 0)
                .Select(at => (at.at, AdviceTotals.Of(at.Item2))),
        ];
        if (totals.Length == 0)
        {
            throw new GrooveGuruException($"None of the {chosen.Length} tracks could be used.");
        }

        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            AdviceBenchmarkJson.Write(output, totals, scores);
            return ExitCode.Done;
        }

        AdviceBenchmarkPrinter.Print(Terminal.Output, totals);
        if (json is not null)
        {
            AtomicFile.Write(json, stream => AdviceBenchmarkJson.Write(stream, totals, scores));
        }

        return ExitCode.Done;
    }

    // All of them where none is named.
    private static FaultCase[] Cases(string[]? names) =>
        [.. FaultCatalogue.All.Where(fault => names is not { Length: > 0 } || names.Contains(fault.Id) || names.Contains(FaultNames.Of(fault.Kind)))];

    // As `advise` asks.
    private static AdviceReport Advise(
        string trackName, Core.Audio.AudioBuffer audio, Core.Features.TrackAnalysis analysis, CancellationToken cancellation) =>
        new Adviser { Role = Core.Semantics.Roles.RoleEstimator.Estimate(analysis, trackName) }.AdviseInFull(audio, analysis, null, cancellation);

    private static void Warn(string message) => Console.Error.WriteLine($"{ProgramName.Current}: {message}");
}
