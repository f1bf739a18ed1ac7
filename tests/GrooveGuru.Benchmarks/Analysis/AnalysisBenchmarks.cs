using BenchmarkDotNet.Attributes;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>All features of a 3-minute stereo song from decoded audio, beside reading every sample of it once.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private AudioBuffer? _song;

    /// <summary>Makes the song.</summary>
    [GlobalSetup]
    public void Setup() => _song = BenchmarkSong.OfSeconds(180);

    /// <summary>The least that any analysis has to do.</summary>
    [Benchmark(Baseline = true)]
    public float ReadOnce() => _song!.Channels.Sum(channel => System.Numerics.Tensors.TensorPrimitives.Sum<float>(channel));

    /// <summary>On one thread.</summary>
    [Benchmark]
    public TrackAnalysis OneThread() => TrackAnalyzer.Analyze(_song!);

    /// <summary>On two threads.</summary>
    [Benchmark]
    public TrackAnalysis TwoThreads() => TrackAnalyzer.Analyze(_song!, AnalysisScope.All, 2);
}
