using System.Diagnostics;
using System.Globalization;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>100 instances of the real bundle, 64 samples at 48 kHz, in real time, while something else works hard.</summary>
internal static class ProcessUnderLoad
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "process-load";

    /// <summary>The verb of the child process in which it is measured.</summary>
    public const string ChildVerb = "process-load-child";

    private const int InstanceCount = 100;
    private const int RoundsPerStart = 2000; // 2.7 s: the ring of 4 s never fills up
    private const int Starts = 4;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(60);

    /// <summary>Measures in a child process, which sees only the environment it was started with.</summary>
    /// <returns>0, or 1 where it cannot be measured.</returns>
    public static int Run(string bundlePath)
    {
        string bridge = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(bundlePath))!, "bridge", "grooveguru");
        if (!OperatingSystem.IsLinux() || !Directory.Exists(bundlePath) || !File.Exists(bridge))
        {
            Console.WriteLine("process under load: not measured, this needs Linux and what ./groove build makes");
            return 1;
        }

        string folder = Directory.CreateTempSubdirectory("grooveguru-load-").FullName;
        ProcessStartInfo start = new(Environment.ProcessPath!, [ChildVerb, bundlePath, bridge]);
        foreach (string variable in new[] { "GROOVEGURU_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
        {
            start.Environment[variable] = folder;
        }

        start.Environment["GROOVEGURU_NO_AUTOSTART"] = "1";
        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The measuring process did not start.");
        child.WaitForExit();
        Directory.Delete(folder, recursive: true);
        return child.ExitCode;
    }

    /// <summary>Measures in this process.</summary>
    public static int RunChild(string bundlePath, string bridge)
    {
        RawBundle bundle = new(bundlePath);
        RawInstance[] instances = [.. Enumerable.Range(0, InstanceCount).Select(_ => bundle.Create())];
        using RawInstance first = bundle.Create(), second = bundle.Create();
        Console.WriteLine($"{InstanceCount} instances, {RawInstance.FrameCount} samples at {RawInstance.SampleRateHz} Hz, real time; a block is {1e6 * RawInstance.FrameCount / RawInstance.SampleRateHz:0} us; {Environment.ProcessorCount} cores");

        Measure("nothing else", instances, Starts, null);
        Measure("this runtime allocates on 2 threads", instances, Starts, AllocateHere);
        long calls = 0;
        Measure("the plugin's allocates on 2 threads", instances, Starts, stop => calls += AllocateThere(stop, first, second));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {calls} states saved and set meanwhile: {calls * 65536L / 1e9:0.0} GB allocated in the plugin's runtime"));

        using Process serving = Process.Start(new ProcessStartInfo(bridge, ["serve"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        serving.OutputDataReceived += (_, _) => { };
        serving.ErrorDataReceived += (_, _) => { };
        serving.BeginOutputReadLine();
        serving.BeginErrorReadLine();
        try
        {
            return Stream(instances, serving);
        }
        finally
        {
            serving.Kill();
            serving.WaitForExit();
            foreach (RawInstance instance in instances)
            {
                instance.Dispose();
            }
        }
    }

    private static int Stream(RawInstance[] instances, Process serving)
    {
        foreach (RawInstance instance in instances)
        {
            instance.Start();
        }

        long start = Stopwatch.GetTimestamp();
        while (!instances.All(instance => instance.IsConnected))
        {
            if (Stopwatch.GetElapsedTime(start) > ConnectLimit || serving.HasExited)
            {
                Console.WriteLine($"streaming: not measured, {instances.Count(instance => instance.IsConnected)} of {instances.Length} instances connected");
                return 1;
            }

            Thread.Sleep(100);
        }

        Measure("all stream to a bridge", instances, 1, null, RoundsPerStart * Starts, isStarted: true);
        foreach (RawInstance instance in instances)
        {
            instance.Stop();
        }

        return 0;
    }

    private static void Measure(
        string scenario, RawInstance[] instances, int starts, Action<CancellationToken>? load, int rounds = RoundsPerStart, bool isStarted = false)
    {
        LoadMeasurement measurement = new(instances, starts * rounds);
        using CancellationTokenSource stop = new();
        Thread[] loads = load is null ? [] : [new Thread(() => load(stop.Token))];
        bool isRealtime = false;
        Thread audio = new(() =>
        {
            isRealtime = ThreadUsage.TryMakeRealtime();
            for (int round = 0; round < starts; round++)
            {
                Array.ForEach(instances, instance => Switch(instance, on: true));
                measurement.Play(rounds);
                Array.ForEach(instances, instance => Switch(instance, on: false));
            }
        });
        foreach (Thread thread in loads.Append(audio))
        {
            thread.Start();
        }

        audio.Join();
        stop.Cancel();
        foreach (Thread thread in loads)
        {
            thread.Join();
        }

        foreach (string row in measurement.Rows(scenario))
        {
            Console.WriteLine(row);
        }

        Console.WriteLine(isRealtime ? "  audio thread: SCHED_FIFO" : "  audio thread: ordinary priority, the kernel refused another");

        void Switch(RawInstance instance, bool on)
        {
            if (isStarted)
            {
                return;
            }

            if (on)
            {
                instance.Start();
            }
            else
            {
                instance.Stop();
            }
        }
    }

    private static void AllocateHere(CancellationToken stop)
    {
        int collections = GC.CollectionCount(0);
        long allocated = GC.GetTotalAllocatedBytes();
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(seed => new Thread(() =>
        {
            Random random = new(seed);
            List<byte[]> kept = [];
            while (!stop.IsCancellationRequested)
            {
                kept.Add(new byte[random.Next(100, 20_000)]);
                if (kept.Count > 1000)
                {
                    kept.RemoveRange(0, 500);
                }
            }
        }))];
        Run(threads);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  this runtime: {(GC.GetTotalAllocatedBytes() - allocated) / 1e9:0.0} GB allocated, {GC.CollectionCount(0) - collections} collections"));
    }

    private static long AllocateThere(CancellationToken stop, params RawInstance[] instances)
    {
        long calls = 0;
        Run([.. instances.Select(instance => new Thread(() =>
        {
            using RawStream stream = new();
            while (!stop.IsCancellationRequested)
            {
                instance.Allocate(stream);
                Interlocked.Increment(ref calls);
            }
        }))]);
        return calls;
    }

    private static void Run(Thread[] threads)
    {
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }
}
