using System.Diagnostics;
using GrooveGuru.Benchmarks.UnderLoad;
using GrooveGuru.Host;
using GrooveGuru.Host.Editor;

namespace GrooveGuru.Benchmarks;

/// <summary>What an open window of the real bundle costs: the processor time of the host's loop over the time that passes.</summary>
/// <remarks>Needs a display; a display without a screen (Xvfb) does. What the display's own process does is not in it.</remarks>
internal static class EditorCost
{
    /// <summary>The verb that runs it.</summary>
    public const string Verb = "editor-cost";

    /// <summary>The most that an open window may take of a core, %.</summary>
    public const double TargetPercent = 1;

    private const int BlockFrames = 512;
    private const int RateHz = 48_000;
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    /// <summary>Measures and prints.</summary>
    /// <param name="bundlePath">The folder GrooveGuru.vst3.</param>
    /// <returns>0, or 1 without a display or a bundle; a missed target is said and is no failure.</returns>
    public static int Run(string bundlePath)
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DISPLAY") is not { Length: > 0 })
        {
            Console.Error.WriteLine("editor-cost needs Linux and a display: run it as xvfb-run ./groove bench editor-cost");
            return 1;
        }

        using Vst3Module module = Vst3Module.Load(bundlePath);
        using Vst3Plugin plugin = module.Create();
        plugin.Start(RateHz, BlockFrames);
        using CancellationTokenSource end = new();
        Thread audio = new(() => Play(plugin, end.Token));
        audio.Start();
        try
        {
            double closed = Share(null, hidden: false);
            Print("no window (the host's loop alone)", closed, null);
            foreach ((string name, double? scale, bool hidden) in (ReadOnlySpan<(string, double?, bool)>)
                [("open, meters moving", null, false), ("open, meters moving, scale 2", 2, false), ("hidden", null, true)])
            {
                using HostedEditor editor = plugin.OpenEditor(scale) ?? throw new InvalidOperationException("The plugin has no window here.");
                Print(name, Share(editor, hidden), editor.LongestCallMs);
            }
        }
        finally
        {
            end.Cancel();
            audio.Join();
            plugin.Stop();
        }

        Console.WriteLine($"Asked: at most {TargetPercent:0} % of a core at 30 frames a second.");
        return 0;
    }

    private static double Share(HostedEditor? editor, bool hidden)
    {
        if (hidden)
        {
            editor!.Hide();
        }

        Pass(editor, Warmup);
        long cpuBefore = ThreadUsage.Now.CpuNanoseconds, before = Stopwatch.GetTimestamp();
        Pass(editor, Measured);
        return (ThreadUsage.Now.CpuNanoseconds - cpuBefore) / 1e7 / Stopwatch.GetElapsedTime(before).TotalSeconds;
    }

    private static void Pass(HostedEditor? editor, TimeSpan time)
    {
        if (editor is null)
        {
            Thread.Sleep(time);
        }
        else
        {
            editor.Run(time);
        }
    }

    private static void Print(string name, double percent, double? longestMs) => Console.WriteLine(
        FormattableString.Invariant($"{name,-36} {percent,6:0.00} % of a core") + (longestMs is { } ms ? FormattableString.Invariant($", longest call {ms:0.0} ms") : ""));

    private static void Play(Vst3Plugin plugin, CancellationToken end)
    {
        Random random = new(4);
        float[][] input = [new float[BlockFrames], new float[BlockFrames]], output = [new float[BlockFrames], new float[BlockFrames]];
        Stopwatch clock = Stopwatch.StartNew();
        for (long frame = 0; !end.IsCancellationRequested; frame += BlockFrames)
        {
            double loud = 0.2 + (0.15 * Math.Sin(frame / 20_000.0));
            for (int at = 0; at < BlockFrames; at++)
            {
                input[0][at] = (float)(loud * (random.NextDouble() - 0.5));
                input[1][at] = (float)(loud * (random.NextDouble() - 0.5));
            }

            plugin.Process(input, output, 0, BlockFrames, new BlockTransport(true, frame, 120, 4, 4));
            double dueSeconds = (double)(frame + BlockFrames) / RateHz;
            Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0, dueSeconds - clock.Elapsed.TotalSeconds)));
        }
    }
}
