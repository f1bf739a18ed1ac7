using System.CommandLine;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru analyze INPUT…`: what is heard in a file and what to change.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> inputs = CommonOptions.Inputs();
        Option<string?> json = CommonOptions.Json();
        Option<string?> html = new("--html") { Description = "Write the report as one page with plots, for a browser.", HelpName = "FILE" };
        html.Validators.Add(CommonOptions.RefuseEmpty);
        PartOptions part = new();
        Command command = new("analyze", "Measure audio files, say what the measures mean and what to change.") { inputs, json, html };
        part.AddTo(command);
        command.Validators.Add(OutputFiles.Validator(result => result.GetValue(html) is not null && result.GetValue(inputs) is { Length: > 1 }
            ? "--html makes the page of one file; give one INPUT."
            : OutputFiles.FindConflict(result.GetValue(inputs) ?? [], ("--html", result.GetValue(html)), ("--json", result.GetValue(json)))));
        command.SetCancellableAction((parsed, cancellation) =>
            Run(parsed.GetValue(inputs)!, parsed.GetValue(json), parsed.GetValue(html), part.Read(parsed), cancellation));
        return command;
    }

    private static int Run(string[] inputs, string? json, string? html, AudioPart part, CancellationToken cancellation)
    {
        OutputFiles.RequireWritable(html, json);
        List<TrackReport> reports = [];
        foreach (string input in inputs)
        {
            using IAudioSource source = part.Open(input);
            using (ProgressLine progress = new($"Analysing {Path.GetFileName(input)}"))
            {
                TrackReport report = FileReports.AnalyseWithSeries(source, Path.GetFileName(input), html is not null, part.Threads, progress, cancellation);
                report.TrackName = Path.GetFileName(input);
                report.Final = true;
                reports.Add(report);
            }

            InputWarning.Print(input, source);
        }

        if (html is not null)
        {
            AtomicFile.Write(html, stream => ReportPage.Write(stream, reports[0]));
        }

        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            ReportJson.Write(output, reports);
            return ExitCode.Done;
        }

        foreach (TrackReport report in reports)
        {
            ReportPrinter.Print(Terminal.Output, report);
        }

        if (json is not null)
        {
            AtomicFile.Write(json, stream => ReportJson.Write(stream, reports));
        }

        return ExitCode.Done;
    }
}
