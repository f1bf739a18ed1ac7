using System.Diagnostics;
using GrooveGuru.Host.Tests.Conformance;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests;

/// <summary>100 instances that play while their bridge is killed and another one comes: they find it by themselves.</summary>
public sealed class ManyInstancesBridgeLossTests : IDisposable
{
    private const int InstanceCount = 100;
    private const uint BridgeParameter = 1;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private Process? _bridge;

    public void Dispose() => Kill();

    [BundleFact]
    public void Instances_AHundredOfThem_ReconnectByThemselvesAndTheAudioPasses()
    {
        _bridge = Serve();
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        Vst3Plugin[] plugins = [.. Enumerable.Range(0, InstanceCount).Select(_ => module.Create())];
        using RawBlock block = new(2, 64);
        try
        {
            foreach (Vst3Plugin plugin in plugins)
            {
                plugin.Start(48_000, 64);
            }

            PlayUntil(plugins, block, connected => connected == InstanceCount, "connect");
            Kill();
            PlayUntil(plugins, block, connected => connected == 0, "notice that the bridge is gone");
            _bridge = Serve();
            PlayUntil(plugins, block, connected => connected == InstanceCount, "reconnect");
            foreach (Vst3Plugin plugin in plugins)
            {
                plugin.Stop();
            }
        }
        finally
        {
            // In parallel: each says goodbye to the bridge, as a host that closes a project would not have to wait for.
            Parallel.ForEach(plugins, plugin => plugin.Dispose());
        }
    }

    // In real time, more or less: a block of 64 frames for all, then a pause of the same length.
    private static void PlayUntil(Vst3Plugin[] plugins, RawBlock block, Predicate<int> isReached, string what)
    {
        long start = Stopwatch.GetTimestamp();
        Random random = new(1);
        int connected;
        do
        {
            block.FillWithNoise(random);
            foreach (Vst3Plugin plugin in plugins)
            {
                Assert.Equal(Result.Ok, block.Process(plugin, 64, out bool isIntact));
                Assert.True(isIntact && block.Input(0).SequenceEqual(block.Output(0)) && block.Input(1).SequenceEqual(block.Output(1)));
            }

            connected = plugins.Count(plugin => plugin.ToText(BridgeParameter, plugin.GetParameter(BridgeParameter)) == "connected");
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"{InstanceCount} instances do not {what}: {connected} are connected");
            Thread.Sleep(2);
        }
        while (!isReached(connected));
    }

    private static Process Serve()
    {
        string endpoint = Path.Combine(TestSurroundings.Folder, "run", "bridge.json");
        Directory.CreateDirectory(Path.GetDirectoryName(endpoint)!);
        File.Delete(endpoint);
        ProcessStartInfo start = new(BuiltFiles.Bridge, ["serve"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GROOVEGURU_RUNTIME_DIR"] = Path.GetDirectoryName(endpoint);
        foreach (string variable in new[] { "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
        {
            start.Environment[variable] = TestSurroundings.Folder;
        }

        Process bridge = Process.Start(start)!;
        bridge.OutputDataReceived += (_, _) => { };
        bridge.ErrorDataReceived += (_, _) => { };
        bridge.BeginOutputReadLine();
        bridge.BeginErrorReadLine();
        long begin = Stopwatch.GetTimestamp();
        while (!File.Exists(endpoint))
        {
            Assert.True(!bridge.HasExited && Stopwatch.GetElapsedTime(begin) < Limit, "the bridge does not come up");
            Thread.Sleep(20);
        }

        return bridge;
    }

    private void Kill()
    {
        if (_bridge is not null)
        {
            _bridge.Kill(); // SIGKILL: no farewell
            _bridge.WaitForExit();
            _bridge.Dispose();
            _bridge = null;
        }
    }
}
