using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GrooveGuru.Benchmarks;

// Verbs: all (default), process-latency, benchmarks [BenchmarkDotNet's own arguments].
const string DefaultBundle = "artifacts/vst3/GrooveGuru.vst3";
string verb = args.FirstOrDefault() ?? "all";
string[] rest = [.. args.Skip(1)];
// In this process: BenchmarkDotNet's own build would restore packages, and that must not depend on a network.
Job job = (verb == "all" ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
IConfig config = DefaultConfig.Instance.AddJob(job);

switch (verb)
{
    case "all":
        BenchmarkRunner.Run<ProcessBenchmarks>(config);
        return ProcessLatency.Run(DefaultBundle);
    case "process-latency":
        return ProcessLatency.Run(rest.FirstOrDefault() ?? DefaultBundle);
    case ProcessLatency.NativeVerb:
        return ProcessLatency.RunNative(rest[0]);
    case "benchmarks":
        BenchmarkSwitcher.FromAssembly(typeof(ProcessBenchmarks).Assembly).Run(rest, config);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no verb \"{verb}\". Verbs: all, process-latency, benchmarks.");
        return 2;
}
