using System.CommandLine;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
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
        Command command = new("analyze", "Measure audio files, say what the measures mean and what to change.") { inputs, json };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(parsed.GetValue(inputs)!, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(string[] inputs, string? json, CancellationToken cancellation)
    {
        List<TrackReport> reports = [];
        foreach (string input in inputs)
        {
            using IAudioSource source = AudioFile.Open(input);
            using (ProgressLine progress = new($"Analysing {Path.GetFileName(input)}"))
            {
                TrackReport report = ReportMapping.ToMessage(FileReports.Analyse(source, progress, cancellation));
                report.TrackName = Path.GetFileName(input);
                report.Final = true;
                reports.Add(report);
            }

            InputWarning.Print(input, source);
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
