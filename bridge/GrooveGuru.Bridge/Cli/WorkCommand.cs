using System.CommandLine;
using System.Text.Json;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Cli;

/// <summary>A verb that makes files of audio files.</summary>
internal static class WorkCommand
{
    /// <summary>The verb with its options.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, for --help.</param>
    /// <param name="what">What it writes, for --help.</param>
    /// <param name="files">Names of the files that it writes for each input.</param>
    /// <param name="work">The work that the command line asks for.</param>
    /// <param name="page">A page about the files; null where there is none.</param>
    /// <param name="options">Options of the work.</param>
    public static Command Create(
        string name, string description, string what, string[] files, Func<ParseResult, IJobWork> work, IWorkPage? page, params ReadOnlySpan<Option> options)
    {
        Argument<string[]> inputs = CommonOptions.Inputs();
        Option<string> outFolder = CommonOptions.Out(what);
        Option<string?> json = CommonOptions.Json();
        Command command = new(name, description) { inputs, outFolder, json };
        if (page is not null)
        {
            command.Options.Add(page.Option);
        }

        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(OutputFiles.Validator(result =>
        {
            string[] read = result.GetValue(inputs) ?? [];
            string folder = result.GetValue(outFolder) ?? CommonOptions.DefaultOutFolder; // the default is filled in later
            HashSet<string> taken = [];
            IEnumerable<(string, string?)> outputs = read
                .Select(input => CommonOptions.FolderFor(folder, input, taken))
                .SelectMany(target => files, (target, file) => ("--out", (string?)Path.Combine(target, file)));
            string? html = page is null ? null : result.GetValue(page.Option);
            return html is not null && read.Length > 1
                ? "--html makes the page of one file; give one INPUT."
                : OutputFiles.FindConflict(read, [.. outputs, ("--json", result.GetValue(json)), ("--html", html)]);
        }));

        command.SetCancellableAction((parsed, cancellation) =>
            Run(
                work(parsed),
                parsed.GetValue(inputs)!,
                parsed.GetValue(outFolder)!,
                parsed.GetValue(json),
                page is null ? null : parsed.GetValue(page.Option),
                page,
                cancellation));
        return command;
    }

    private static int Run(
        IJobWork work, string[] inputs, string outFolder, string? json, string? html, IWorkPage? page, CancellationToken cancellation)
    {
        OutputFiles.RequireWritable(json, html);
        List<string> written = [];
        HashSet<string> taken = [];
        int exitCode = ExitCode.Done;
        foreach (string input in inputs)
        {
            try
            {
                (IReadOnlyList<string> files, string? notice) = Produce(work, input, CommonOptions.FolderFor(outFolder, input, taken), cancellation);
                written.AddRange(files);
                if (html is not null)
                {
                    page?.Write(html, Path.GetFileName(input), files, notice, work);
                }
            }
            catch (Exception error) when (inputs.Length > 1 && error is (GrooveGuruException or IOException or UnauthorizedAccessException))
            {
                // One of several that fails is no reason to leave the others out.
                Console.Error.WriteLine($"{ProgramName.Current}: {input}: {error.Message.ReplaceLineEndings(" ")}");
                exitCode = ExitCode.Failed;
            }
        }

        if (json != "-")
        {
            written.ForEach(Console.WriteLine);
        }

        if (json is not null)
        {
            WriteJson(json, written);
        }

        return exitCode;
    }

    private static (IReadOnlyList<string> Files, string? Notice) Produce(IJobWork work, string input, string target, CancellationToken cancellation)
    {
        string name = Path.GetFileName(input);
        IReadOnlyList<string> files;
        string? notice;
        using (ProgressLine progress = new(name))
        {
            StepProgress steps = new(step => progress.Report($"{step.Phase} ({name})", step.Progress));
            WorkInput audio = new(() => AudioFile.Open(input), null, name);
            (files, notice) = WorkFiles.Produce(work, audio, target, steps, cancellation);
        }

        string? replaced = new WrittenFiles(target).Replace(input, [.. files.Select(file => Path.GetRelativePath(target, file))], work.Replaces);
        foreach (string told in ((string?[])[notice, replaced]).OfType<string>())
        {
            Console.Error.WriteLine($"{ProgramName.Current}: {input}: {told}");
        }

        using IAudioSource source = AudioFile.Open(input);
        InputWarning.Print(input, source);
        return (files, notice);
    }

    private static void WriteJson(string json, List<string> written)
    {
        void Write(Stream stream)
        {
            using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true });
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            written.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        if (json == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            Write(output);
        }
        else
        {
            AtomicFile.Write(json, Write);
        }
    }
}
