using System.CommandLine;
using System.Text.Json;
using GrooveGuru.Bridge.Diagnosis;
using GrooveGuru.Bridge.Library;
using Spectre.Console;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru doctor`: what is there, what is missing, what to do.</summary>
internal static class DoctorCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<string?> json = CommonOptions.Json();
        Command command = new("doctor", "Check what Groove Guru needs on this machine and say what to do about each finding.") { json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? json, CancellationToken cancellation)
    {
        IReadOnlyList<Finding> findings = await Doctor.ExamineAsync(cancellation).ConfigureAwait(false);
        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            WriteJson(output, findings);
        }
        else
        {
            Print(findings);
            if (json is not null)
            {
                AtomicFile.Write(json, stream => WriteJson(stream, findings));
            }
        }

        return findings.Any(finding => finding.Verdict == Verdict.Broken) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Print(IReadOnlyList<Finding> findings)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (Finding finding in findings)
        {
            string mark = finding.Verdict switch
            {
                Verdict.Fine => "[green]fine[/]",
                Verdict.Note => "[yellow]note[/]",
                _ => "[red]broken[/]",
            };
            string advice = finding.WhatToDo is { } toDo ? $"\n[bold]→[/] {Markup.Escape(toDo)}" : "";
            grid.AddRow(mark, Markup.Escape(finding.Subject), Markup.Escape(finding.Found) + advice);
        }

        Terminal.Output.Write(grid);
    }

    private static void WriteJson(Stream output, IReadOnlyList<Finding> findings)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("subject", finding.Subject);
            json.WriteString("verdict", finding.Verdict.ToString().ToLowerInvariant());
            json.WriteString("found", finding.Found);
            json.WriteString("what_to_do", finding.WhatToDo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
