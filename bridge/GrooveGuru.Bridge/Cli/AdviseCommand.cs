using System.CommandLine;
using GrooveGuru.Bridge.Advising;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;

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
        PartOptions part = new();
        Command command = new(
            "advise", "Say what to change, try it on the audio, and write the proof: report, plots, before.wav and after.wav, equally loud.")
        {
            inputs, outFolder, json, name,
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
            return read.Length > 1 && result.GetValue(name) is not null
                ? "--name names one track; give one INPUT."
                : OutputFiles.FindConflict(read, [.. outputs, ("--json", result.GetValue(json))]);
        }));
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(inputs)!, parsed.GetValue(outFolder)!, parsed.GetValue(json), parsed.GetValue(name), part.Read(parsed), cancellation)));
        return command;
    }

    private static int Run(string[] inputs, string outFolder, string? json, string? name, AudioPart part, CancellationToken cancellation)
    {
        OutputFiles.RequireWritable(json);
        List<TrackReport> reports = [];
        HashSet<string> taken = [];
        foreach (string input in inputs)
        {
            string target = CommonOptions.FolderFor(outFolder, input, taken);
            (TrackReport report, IReadOnlyList<string> files) = Advise(input, target, name, part, cancellation);
            reports.Add(report);
            if (json != "-")
            {
                AdvicePrinter.Print(Terminal.Output, report);
                foreach (string file in files)
                {
                    Console.WriteLine(file);
                }
            }
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

    private static (TrackReport Report, IReadOnlyList<string> Files) Advise(
        string input, string target, string? name, AudioPart part, CancellationToken cancellation)
    {
        using IAudioSource source = part.Open(input);
        (TrackReport, IReadOnlyList<string>) written;
        using (ProgressLine progress = new($"Advising on {Path.GetFileName(input)}"))
        {
            JudgedAudio judged = FileReports.Judge(source, part.Threads, null, new PartProgress(progress, 0, JudgingShare), cancellation);
            TrackReport report = FileReports.ToMessage(judged, withSpectrum: true, cancellation);
            report.TrackName = name ?? Path.GetFileName(input);
            report.Final = true;
            written = (report, AdviceFolder.Write(
                target, input, judged, report, new PartProgress(progress, JudgingShare, 1), cancellation));
        }

        InputWarning.Print(input, source);
        return written;
    }
}
