using System.CommandLine;
using GrooveGuru.Bridge.Advising;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru advise INPUT`: what to change, tried on the audio, with before and after to look at and to listen to.</summary>
internal static class AdviseCommand
{
    // Of the progress, for hearing and judging.
    private const double JudgingShare = 0.75;

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> inputs = CommonOptions.Inputs();
        Option<string> outFolder = CommonOptions.Out("report.json, report.html and before and after of each recommendation");
        Option<string?> json = CommonOptions.Json();
        Option<string?> name = new("--name") { Description = "What the track is called; the file's name otherwise.", HelpName = "TRACKNAME" };
        name.Validators.Add(CommonOptions.RefuseEmpty);
        Option<TrackRole?> role = RoleOption.Create();
        Option<string?> against = new("--against")
        {
            Description = "A report.json of the same track from before: each earlier recommendation is measured again.",
            HelpName = "REPORT",
        };
        against.Validators.Add(CommonOptions.RefuseEmpty);
        PartOptions part = new();
        Command command = new(
            "advise", "Say what to change, try it on the audio, and write the proof: report, plots, before.wav and after.wav, equally loud.")
        {
            inputs, outFolder, json, name, role, against,
        };
        part.AddTo(command);
        command.Validators.Add(OutputFiles.Validator(result =>
        {
            string[] read = result.GetValue(inputs) ?? [];
            string folder = result.GetValue(outFolder) ?? CommonOptions.DefaultOutFolder; // the default is filled in later
            HashSet<string> taken = [];
            IEnumerable<(string, string?)> outputs = read
                .Select(input => CommonOptions.FolderFor(folder, input, taken))
                .SelectMany(_ => AdviceFolder.FixedFiles, (target, file) => ("--out", (string?)Path.Combine(target, file)));
            string? only = result.GetValue(name) is not null ? "--name"
                : result.GetResult(role) is not null ? "--role"
                : result.GetValue(against) is not null ? "--against" : null;
            return read.Length > 1 && only is not null
                ? $"{only} is about one track; give one INPUT."
                : OutputFiles.FindConflict(read, [.. outputs, ("--json", result.GetValue(json))]);
        }));

        command.SetCancellableAction((parsed, cancellation) => Run(
            parsed.GetValue(inputs)!,
            parsed.GetValue(outFolder)!,
            parsed.GetValue(json),
            new TrackHints(parsed.GetValue(name), parsed.GetValue(role), parsed.GetValue(against)),
            part.Read(parsed),
            cancellation));
        return command;
    }

    private static int Run(string[] inputs, string outFolder, string? json, TrackHints hints, AudioPart part, CancellationToken cancellation)
    {
        OutputFiles.RequireWritable(json);
        FormerAdvice? former = hints.Against is { } report ? FormerReportFile.Read(report) : null;
        List<Contracts.V1.TrackReport> reports = [];
        HashSet<string> taken = [];
        foreach (string input in inputs)
        {
            string target = CommonOptions.FolderFor(outFolder, input, taken);
            reports.Add(Advise(input, target, hints.For(Path.GetFileName(input)), former, part, toTerminal: json != "-", cancellation));
        }

        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            ReportJson.Write(output, reports);
        }
        else if (json is not null)
        {
            AtomicFile.Write(json, stream => ReportJson.Write(stream, reports));
        }

        return ExitCode.Done;
    }

    private static Contracts.V1.TrackReport Advise(
        string input, string target, TrackHint hint, FormerAdvice? former, AudioPart part, bool toTerminal, CancellationToken cancellation)
    {
        using IAudioSource source = part.Open(input);
        Contracts.V1.TrackReport? report = null;
        IReadOnlyList<string> files;
        using (ProgressLine progress = new($"Advising on {Path.GetFileName(input)}"))
        {
            files = AdviceFolder.Fill(
                target,
                input,
                () =>
                {
                    JudgedAudio judged = FileReports.Judge(
                        source, hint, part.Threads, former, new PartProgress(progress, 0, JudgingShare), cancellation);
                    report = FileReports.ToMessage(judged, withSpectrum: true, cancellation);
                    report.TrackName = hint.Name;
                    report.Final = true;
                    return (judged, report);
                },
                new PartProgress(progress, JudgingShare, 1),
                cancellation);
        }

        if (toTerminal)
        {
            AdvicePrinter.Print(Terminal.Output, report!);
            foreach (string file in files)
            {
                Console.WriteLine(file);
            }
        }

        InputWarning.Print(input, source);
        return report!;
    }
}
