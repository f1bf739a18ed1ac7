using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Benchmarks.Connections;

/// <summary>
/// What pings at a bridge that stands still cost where it only is slow: 100 tracks stream to a bridge in a process of its own while other
/// programs take the processor; how many connections are lost, and how soon a bridge that was stopped is noticed.
/// </summary>
public static partial class ConnectionLoss
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "connection-loss";

    private const int TrackCount = 100;
    private const int BlockFrames = 480;
    private const int SampleRateHz = 48_000;
    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    /// <summary>Measures and prints each setting.</summary>
    /// <param name="settings">Delay and timeout of the pings, s: "1+1.5"; none for the one in use.</param>
    /// <returns>0 when the one in use loses no connection under load, else 1.</returns>
    public static int Run(IReadOnlyList<string> settings)
    {
        int losses = 0;
        foreach (GrpcKeepAlive keepAlive in settings.Count == 0 ? [GrpcKeepAlive.Watchful] : settings.Select(Parse))
        {
            foreach (int hogs in (int[])[0, 2 * Environment.ProcessorCount, 8 * Environment.ProcessorCount])
            {
                losses += Measure(keepAlive, hogs);
            }
        }

        return losses == 0 ? 0 : 1;
    }

    private static GrpcKeepAlive Parse(string setting)
    {
        double[] seconds = [.. setting.Split('+').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return new GrpcKeepAlive(TimeSpan.FromSeconds(seconds[0]), TimeSpan.FromSeconds(seconds[1]));
    }

    private static int Measure(GrpcKeepAlive keepAlive, int hogCount)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gg-loss-");
        using Process bridge = Serve(folder.FullName);
        EndpointLocation location = new(Path.Combine(folder.FullName, "run"));
        Process[] hogs = [];
        FedTrack[] tracks = [];
        try
        {
            Await("the bridge", () => EndpointFile.Read(location).Endpoint is not null);
            tracks = [.. Enumerable.Range(0, TrackCount).Select(_ => new FedTrack(location, keepAlive))];
            Play(tracks, TimeSpan.FromSeconds(10), () => tracks.All(track => track.IsConnected));
            hogs = [.. Enumerable.Range(0, hogCount).Select(_ => Process.Start("/bin/sh", ["-c", "while :; do :; done"]))];
            Play(tracks, TimeSpan.FromSeconds(3), () => true);
            Array.ForEach(tracks, track => track.Reset());
            Play(tracks, Duration, () => true);
            int losses = tracks.Sum(track => track.Losses);
            TimeSpan[] silences = [.. tracks.Select(track => track.LongestSilence).Order()];
            int lostBlocks = tracks.Sum(track => track.LostBlocks);
            Array.ForEach(hogs, hog => hog.Kill());
            Play(tracks, TimeSpan.FromSeconds(1), () => tracks.All(track => track.IsConnected));

            long stopped = Stopwatch.GetTimestamp();
            Trace.Assert(Send(bridge.Id, Stop) == 0, "The bridge cannot be stopped.");
            Play(tracks, TimeSpan.Zero, () => tracks.All(track => !track.IsConnected));
            TimeSpan noticed = Stopwatch.GetElapsedTime(stopped);
            Trace.Assert(Send(bridge.Id, Continue) == 0, "The bridge cannot be let go on.");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"pings after {keepAlive.Delay.TotalSeconds:0.0} s, given up after {keepAlive.Timeout.TotalSeconds:0.0} s more, "
                + $"{TrackCount} tracks for {Duration.TotalSeconds:0} s beside {hogCount} programs that only count: {losses} connections lost, "
                + $"{lostBlocks} blocks dropped, longest time without a word {silences[TrackCount / 2].TotalSeconds:0.0} s (median track), "
                + $"{silences[^1].TotalSeconds:0.0} s (worst); a stopped bridge is noticed by the last track after {noticed.TotalSeconds:0.0} s"));
            return losses;
        }
        finally
        {
            Array.ForEach(hogs, hog => hog.Kill());
            bridge.Kill();
            bridge.WaitForExit();
            Parallel.ForEach(tracks, track => track.Dispose());
            folder.Delete(recursive: true);
        }
    }

    // In real time, on one thread, for so long and then until something has come about.
    private static void Play(FedTrack[] tracks, TimeSpan duration, Func<bool> isOver)
    {
        float[] block = new float[BlockFrames * 2];
        Random noise = new(5);
        long began = Stopwatch.GetTimestamp();
        for (long blocks = 0; ; blocks++)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
            TimeSpan due = TimeSpan.FromSeconds((double)blocks * BlockFrames / SampleRateHz) - elapsed;
            if (due > TimeSpan.Zero)
            {
                Thread.Sleep(due);
            }

            foreach (ref float sample in block.AsSpan())
            {
                sample = (float)(noise.NextDouble() - 0.5) * 0.3f;
            }

            long now = Stopwatch.GetTimestamp();
            foreach (FedTrack track in tracks)
            {
                track.Feed(block);
                track.Look(now, Stopwatch.Frequency);
            }

            if (elapsed > duration && isOver())
            {
                return;
            }

            if (elapsed > duration + StartLimit)
            {
                throw new TimeoutException("The connections do not come to what was waited for.");
            }
        }
    }

    private static Process Serve(string folder)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        string framework = root.Name;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GrooveGuru.Plugin.sln")))
        {
            root = root.Parent;
        }

        string program = Path.Combine(root!.FullName, "bridge/GrooveGuru.Bridge/bin/Release", framework, "grooveguru.dll");
        ProcessStartInfo start = new("dotnet", ["exec", program, "serve"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[EndpointLocation.FolderVariable] = Path.Combine(folder, "run");
        start.Environment["GROOVEGURU_CACHE_DIR"] = Path.Combine(folder, "cache");
        Process bridge = Process.Start(start)!;
        bridge.OutputDataReceived += (_, _) => { };
        bridge.ErrorDataReceived += (_, _) => { };
        bridge.BeginOutputReadLine();
        bridge.BeginErrorReadLine();
        return bridge;
    }

    private static void Await(string what, Func<bool> isThere)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isThere())
        {
            if (Stopwatch.GetElapsedTime(began) > StartLimit)
            {
                throw new TimeoutException($"{what} does not come.");
            }

            Thread.Sleep(20);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
