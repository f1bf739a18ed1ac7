using System.Diagnostics;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Runs the jobs of a batch on one thread or several, and returns when all are done.</summary>
/// <remarks>
/// Every job keeps its own state and hears all batches in order, whichever thread it is on. So the result is the same, bit for bit,
/// for every number of threads.
/// </remarks>
internal sealed class StageCrew
{
    private readonly StageJob[] _jobs;
    private readonly long[] _ticks;
    private readonly Action[] _timed;
    private readonly ParallelOptions _options;

    /// <summary>A crew for some jobs.</summary>
    /// <param name="jobs">The jobs, the costliest first: those that are left then fill the gaps.</param>
    /// <param name="threadCount">Threads, 1 or more; with 1 the jobs run in their order on the caller's.</param>
    public StageCrew(IEnumerable<StageJob> jobs, int threadCount)
    {
        _jobs = [.. jobs];
        _ticks = new long[_jobs.Length];
        _timed = [.. Enumerable.Range(0, _jobs.Length).Select(index => (Action)(() => RunTimed(index)))];
        _options = new ParallelOptions { MaxDegreeOfParallelism = threadCount };
    }

    /// <summary>What each job has cost so far.</summary>
    public IEnumerable<(string Name, TimeSpan Time)> Costs =>
        _jobs.Select((job, index) => (job.Name, TimeSpan.FromSeconds((double)_ticks[index] / Stopwatch.Frequency)));

    /// <summary>Runs every job once.</summary>
    public void Run()
    {
        if (_options.MaxDegreeOfParallelism > 1)
        {
            Parallel.Invoke(_options, _timed);
            return;
        }

        for (int index = 0; index < _jobs.Length; index++)
        {
            RunTimed(index);
        }
    }

    private void RunTimed(int index)
    {
        long began = Stopwatch.GetTimestamp();
        _jobs[index].Run();
        _ticks[index] += Stopwatch.GetTimestamp() - began;
    }
}
