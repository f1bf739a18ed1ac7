using BenchmarkDotNet.Attributes;
using GrooveGuru.Benchmarks.ProcessPath;

namespace GrooveGuru.Benchmarks;

/// <summary>The cost of one call of process, stereo at 48 kHz, beside the bare copy that any effect has to make.</summary>
[MemoryDiagnoser]
public class ProcessBenchmarks : IDisposable
{
    /// <summary>Fits into the ring at every block size.</summary>
    private const int BlocksPerDrain = 128;

    private ManagedBlock? _block;

    /// <summary>Frames of a block.</summary>
    [Params(64, 128, 512)]
    public int FrameCount { get; set; }

    /// <summary>Makes an active processor.</summary>
    [GlobalSetup]
    public void Setup() => _block = new ManagedBlock(FrameCount);

    /// <summary>Lets go of it; a run that dropped blocks measured the wrong thing.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        long dropped = _block!.DroppedBlocks;
        Dispose();
        if (dropped > 0)
        {
            throw new InvalidOperationException($"{dropped} blocks did not fit into the ring.");
        }
    }

    /// <summary>The samples of the block, copied once.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = BlocksPerDrain)]
    public void MemoryCopy()
    {
        for (int call = 0; call < BlocksPerDrain; call++)
        {
            _block!.Copy();
        }
    }

    /// <summary>Guards, parameters, transport, capture, copy; the reader's side is in it too, once in 128 blocks.</summary>
    [Benchmark(OperationsPerInvoke = BlocksPerDrain)]
    public void Process()
    {
        for (int call = 0; call < BlocksPerDrain; call++)
        {
            _block!.Process();
        }

        _block!.Drain();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _block?.Dispose();
        _block = null;
        GC.SuppressFinalize(this);
    }
}
