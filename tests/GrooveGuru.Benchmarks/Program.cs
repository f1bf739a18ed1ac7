using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GrooveGuru.Benchmarks;
using GrooveGuru.Benchmarks.Analysis;
using GrooveGuru.Benchmarks.Connections;
using GrooveGuru.Benchmarks.Following;
using GrooveGuru.Benchmarks.Mixing;
using GrooveGuru.Benchmarks.ProcessPath;
using GrooveGuru.Benchmarks.Transcription;
using GrooveGuru.Benchmarks.UnderLoad;

// Verbs: all (default), analysis, analysis-memory, fft, declipper, following, process-latency, process-load, meter-cost, editor-cost, capture-cost, connection-loss, transcription, benchmarks [BenchmarkDotNet's own arguments].
string verb = args.FirstOrDefault() ?? "all";
string[] rest = [.. args.Skip(1)];
string bundle = rest.FirstOrDefault() ?? NativeBlock.BuiltBundle;
// In this process: BenchmarkDotNet's own build would restore packages, and that must not depend on a network.
Job job = (verb == "all" ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
IConfig config = DefaultConfig.Instance.AddJob(job);

switch (verb)
{
    case "all":
        BenchmarkRunner.Run<ProcessBenchmarks>(config);
        int[] results = [AnalysisCost.Run(), FftCost.Run(), CaptureStreamCost.Run(), ProcessLatency.Run(bundle)];
        return results.Max();
    case AnalysisCost.Verb:
        return AnalysisCost.Run();
    case AnalysisMemory.Verb:
        return AnalysisMemory.Run();
    case FftCost.Verb:
        return FftCost.Run();
    case DeclipperCost.Verb:
        return DeclipperCost.Run(rest.FirstOrDefault());
    case TranscriptionCost.Verb:
        return TranscriptionCost.Run();
    case FollowingCost.Verb:
        return FollowingCost.Run();
    case "process-latency":
        return ProcessLatency.Run(bundle);
    case MeterCost.Verb:
        return MeterCost.Run();
    case EditorCost.Verb:
        return EditorCost.Run(bundle);
    case ProcessUnderLoad.Verb:
        return ProcessUnderLoad.Run(bundle);
    case ProcessUnderLoad.ChildVerb:
        return ProcessUnderLoad.RunChild(bundle, rest[1]);
    case CaptureStreamCost.Verb:
        return CaptureStreamCost.Run();
    case ConnectionLoss.Verb:
        return ConnectionLoss.Run(rest);
    case ProcessLatency.NativeVerb:
        return ProcessLatency.RunNative(bundle);
    case "benchmarks":
        BenchmarkSwitcher.FromAssembly(typeof(ProcessBenchmarks).Assembly).Run(rest, config);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no verb \"{verb}\". Verbs: all, analysis, analysis-memory, fft, declipper, following, process-latency, process-load, meter-cost, editor-cost, capture-cost, connection-loss, transcription, benchmarks.");
        return 2;
}
