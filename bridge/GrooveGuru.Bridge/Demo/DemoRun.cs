using GrooveGuru.Bridge.Cli;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Core.Errors;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace GrooveGuru.Bridge.Demo;

/// <summary>
/// The whole way, once: a bridge, the real plugin in a host of its own process, a song played through it, and everything that
/// comes back. It talks to the bridge as any client does.
/// </summary>
internal static class DemoRun
{
    private const string PageName = "midi.html";

    /// <summary>Runs the demo and prints it.</summary>
    /// <returns>Whether the audio came through untouched and everything that was asked for came back.</returns>
    /// <exception cref="GrooveGuruException">A part is missing or failed.</exception>
    public static async Task<bool> RunAsync(DemoOptions options, CancellationToken cancellation)
    {
        string work = Directory.CreateTempSubdirectory("groove-").FullName;
        try
        {
            string outFolder = CommonOptions.FolderFor(options.OutFolder, options.AudioPath ?? "demo-song");
            DemoInput input = DemoInput.Prepare(options.AudioPath, work, outFolder, cancellation);
            using ILoggerFactory log = BridgeLog.Create(LogLevel.Warning);
            EndpointLocation location = new(Path.Combine(work, "run"));
            RunningBridge bridge = await RunningBridge.StartAsync(location, 0, TimeProvider.System, log, cancellation).ConfigureAwait(false)
                ?? throw new GrooveGuruException("A bridge runs in the demo's own folder already.");
            await using (bridge.ConfigureAwait(false))
            {
                return await PlayAndReportAsync(options, input, location.Folder, work, outFolder, bridge.Endpoint, cancellation)
                    .ConfigureAwait(false);
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<bool> PlayAndReportAsync(
        DemoOptions options,
        DemoInput input,
        string runtimeFolder,
        string work,
        string outFolder,
        BridgeEndpoint endpoint,
        CancellationToken cancellation)
    {
        await using HostProcess host = HostProcess.Start(options, input, runtimeFolder, work);
        await using GrpcConnection connection = GrpcConnection.Open(endpoint);
        TrackReport report = await HearAsync(connection, host, input, cancellation).ConfigureAwait(false);
        report.TrackName = input.Name;
        Directory.CreateDirectory(outFolder);
        List<string> written = [];
        bool complete = true;
        string? notice = null;
        foreach ((JobKind kind, string what) in ((JobKind, string)[])[(JobKind.Stems, "Stems"), (JobKind.Midi, "MIDI")])
        {
            Job job = await WorkAsync(connection, kind, report.TrackId, what, cancellation).ConfigureAwait(false);
            written.AddRange(job.Files.Select(file => CopyTo(outFolder, file.Path)));
            notice = job.HasNotice ? job.Notice : notice;
            if (job.State != JobState.Done)
            {
                // A song without a melody is an answer; anything else is a failure.
                complete &= job.Error.StartsWith(MidiWork.NothingFound, StringComparison.Ordinal);
                await Console.Error.WriteLineAsync($"{ProgramName.Current}: {what}: {job.Error}").ConfigureAwait(false);
            }
        }

        if (written.Any(path => Path.GetExtension(path) == ".mid"))
        {
            // The host plays from the beginning of its project, where the files begin too.
            string page = Path.Combine(outFolder, PageName);
            MidiPage.Write(page, input.Name, written, notice, new NotesPlace(0, input.DurationSeconds, HasPulse: true));
            written.Add(page);
        }

        HostResult result = await host.FinishAsync(cancellation).ConfigureAwait(false);
        string reportPath = Path.Combine(outFolder, "report.json");
        AtomicFile.Write(reportPath, stream => ReportJson.Write(stream, [report]));
        written.Insert(0, reportPath);

        ReportPrinter.Print(Terminal.Output, report);
        PrintPlugin(result);
        if (input.Truth is { } song)
        {
            DemoScore.Print(Terminal.Output, song, report, written);
        }

        Terminal.Output.WriteLine();
        written.ForEach(path => Console.WriteLine(path));
        return complete && result.BitIdentical && report.LostFrames == 0;
    }

    private static async Task<TrackReport> HearAsync(
        GrpcConnection connection, HostProcess host, DemoInput input, CancellationToken cancellation)
    {
        using ProgressLine progress = new($"Playing {input.Name} through the plugin");
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task gone = host.WhenExitedAsync(ended.Token);
        Task<TrackReport> hearing = new DemoListener(connection, input.DurationSeconds, progress.Report).HearAsync(ended.Token);
        Task first = await Task.WhenAny(gone, hearing).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return first == gone ? throw host.Failure() : await hearing.ConfigureAwait(false);
    }

    private static JobRequest Request(JobKind kind, string trackId) =>
        new() { Kind = kind, TrackId = trackId, Midi = kind == JobKind.Midi ? new MidiOptions { Preview = true } : null };

    private static async Task<Job> WorkAsync(
        GrpcConnection connection, JobKind kind, string trackId, string what, CancellationToken cancellation)
    {
        using ProgressLine progress = new(what);
        Job job = await connection.CallAsync(
            BridgeMethods.StartJob, Request(kind, trackId), null, cancellation).ConfigureAwait(false);
        await foreach (Job now in connection.ReadStreamAsync(
            BridgeMethods.WatchJob, new JobRef { JobId = job.JobId }, null, cancellation).ConfigureAwait(false))
        {
            job = now;
            progress.Report(now.Progress, now.Phase);
        }

        return job;
    }

    private static string CopyTo(string folder, string path)
    {
        string target = Path.Combine(folder, Path.GetFileName(path));
        AtomicFile.Write(target, stream =>
        {
            using FileStream source = File.OpenRead(path);
            source.CopyTo(stream);
        });
        return target;
    }

    private static void PrintPlugin(HostResult result)
    {
        Terminal.Output.MarkupLine("[bold]What the plugin showed in the host[/]");
        foreach ((string name, string value) in result.OutputParameters)
        {
            Terminal.Output.WriteLine($"  {name}: {value}");
        }

        Terminal.Output.WriteLine(result.BitIdentical
            ? "  The audio came through bit for bit."
            : "  The audio came through CHANGED: this must not happen, please report it.");
    }
}
