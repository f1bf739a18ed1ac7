using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GrooveGuru.Benchmarks.ProcessPath;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>
/// Plays 100 instances in real time on one thread and times each call. After each call a control follows that has nothing of the
/// plugin in it and takes about as long: what the machine does to the one, it does to the other.
/// </summary>
/// <remarks>What the kernel counts of the thread is read between the calls and controls, outside the time that is measured.</remarks>
internal sealed unsafe class LoadMeasurement
{
    /// <summary>Share of a block that no call may take.</summary>
    public const double LimitShare = 0.05;

    private const double BlockSeconds = (double)RawInstance.FrameCount / RawInstance.SampleRateHz;
    private static readonly delegate* unmanaged[SuppressGCTransition]<int, double, double> Bessel =
        (delegate* unmanaged[SuppressGCTransition]<int, double, double>)NativeLibrary.GetExport(NativeLibrary.Load("libm.so.6"), "jn");

    private readonly RawInstance[] _instances;
    private readonly List<long> _calls = [];
    private readonly List<long> _controls = [];
    private readonly SlowCalls _slowCalls = new();
    private readonly SlowCalls _slowControls = new();
    private int _lateRounds;
    private int _rounds;

    /// <summary>A measurement of instances that play.</summary>
    /// <param name="instances">They are started and stopped by the caller.</param>
    /// <param name="roundCount">Rounds that will be played in all.</param>
    public LoadMeasurement(RawInstance[] instances, int roundCount)
    {
        _instances = instances;
        _calls.EnsureCapacity(roundCount * instances.Length);
        _controls.EnsureCapacity(roundCount * instances.Length);
    }

    /// <summary>Plays rounds of one block for each instance, each at its time. Allocates nothing.</summary>
    public void Play(int rounds)
    {
        int steps = 200;
        long limit = (long)(LimitShare * BlockSeconds * Stopwatch.Frequency);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds; round++)
        {
            long due = start + (long)(round * BlockSeconds * Stopwatch.Frequency);
            long left = due - Stopwatch.GetTimestamp();
            if (left > 0)
            {
                ThreadUsage.Sleep(left * (1_000_000_000 / Stopwatch.Frequency));
            }

            long callTicks = 0, controlTicks = 0;
            ThreadUsage before = ThreadUsage.Now;
            foreach (RawInstance instance in _instances)
            {
                long a = Stopwatch.GetTimestamp();
                instance.Process();
                long b = Stopwatch.GetTimestamp();
                ThreadUsage between = ThreadUsage.Now;
                long c = Stopwatch.GetTimestamp();
                _ = Bessel(steps, 1000);
                long d = Stopwatch.GetTimestamp();
                ThreadUsage after = ThreadUsage.Now;
                _calls.Add(b - a);
                _controls.Add(d - c);
                (callTicks, controlTicks) = (callTicks + b - a, controlTicks + d - c);
                if (b - a > limit)
                {
                    _slowCalls.Add(Nanoseconds(b - a), between - before);
                }

                if (d - c > limit)
                {
                    _slowControls.Add(Nanoseconds(d - c), after - between);
                }

                before = after;
            }

            long end = Stopwatch.GetTimestamp();
            _lateRounds += end > due + (BlockSeconds * Stopwatch.Frequency) ? 1 : 0;
            _rounds++;

            // The control is kept as long as the call, by the first rounds.
            steps = round < 20 ? Math.Clamp((int)(steps * (double)callTicks / Math.Max(controlTicks, 1)), 50, 900) : steps;
        }
    }

    /// <summary>
    /// Whether no call took more than 5 % of a block but where the machine does the same to a control without the plugin: none waited
    /// by itself more often, and what cannot be told apart from an interrupt came no more often than chance explains.
    /// </summary>
    public bool IsMet => _slowCalls.Waited <= _slowControls.Waited
        && IsChance(_slowCalls.Faulted, _slowControls.Faulted)
        && IsChance(_slowCalls.Running, _slowControls.Running);

    /// <summary>What was measured, as rows of a table.</summary>
    public IEnumerable<string> Rows(string scenario)
    {
        yield return Row(scenario, "process", _calls, _slowCalls);
        yield return Row(scenario, "control", _controls, _slowControls);
        yield return string.Create(
            CultureInfo.InvariantCulture, $"  {_rounds} rounds of {_instances.Length} instances, {_lateRounds} ended after their block's time; ") + (IsMet
                ? "target met: no block over 5 % but where the processor was taken away"
                : "TARGET MISSED: blocks over 5 % while the thread had the processor or waited by itself");
    }

    private static string Row(string scenario, string what, List<long> ticks, SlowCalls slow)
    {
        long[] sorted = [.. ticks];
        Array.Sort(sorted);
        LatencyDistribution distribution = new(1e6 * BlockSeconds, sorted);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario,-34} {what,-8} p50 {distribution.Microseconds(0.5),6:0.00} us  p99.9 {distribution.Microseconds(0.999),7:0.00} us = {distribution.PercentOfBlock(0.999),6:0.000} %  max {distribution.Microseconds(1),8:0.0} us = {distribution.PercentOfBlock(1),6:0.00} %  over 5 %: {slow.Count} (waited {slow.Waited}, put off {slow.Preempted}, faulted {slow.Faulted}, running {slow.Running})");
    }

    // Rare events of equal frequency: their counts differ by less than three standard deviations of the difference.
    private static bool IsChance(int calls, int controls) => calls - controls <= 3 * Math.Sqrt(calls + controls);

    private static long Nanoseconds(long ticks) => ticks * (1_000_000_000 / Stopwatch.Frequency);
}
