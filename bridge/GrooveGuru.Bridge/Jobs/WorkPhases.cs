namespace GrooveGuru.Bridge.Jobs;

/// <summary>Makes one progress of the phases of some work; it never goes back.</summary>
internal sealed class WorkPhases
{
    private readonly IProgress<WorkStep> _whole;
    private readonly (string Phase, double Share)[] _phases;
    private readonly double _sum;
    private double _highest;

    /// <summary>Work of several phases, which begin in this order; some may be left out.</summary>
    /// <param name="whole">Told each step.</param>
    /// <param name="phases">The phases, with the shares of time that they take.</param>
    public WorkPhases(IProgress<WorkStep> whole, params ReadOnlySpan<(string Phase, double Share)> phases)
    {
        _whole = whole;
        _phases = phases.ToArray();
        _sum = _phases.Sum(phase => phase.Share);
    }

    /// <summary>Begins a phase.</summary>
    /// <returns>What the phase reports to, 0–1.</returns>
    public IProgress<double> Begin(string phase)
    {
        int index = Array.FindIndex(_phases, known => known.Phase == phase);
        double from = _phases.Take(index).Sum(known => known.Share) / _sum, share = _phases[index].Share / _sum;
        PhaseProgress progress = new(this, phase, from, share);
        progress.Report(0);
        return progress;
    }

    private void Report(string phase, double progress)
    {
        _highest = Math.Max(_highest, Math.Min(progress, 1));
        _whole.Report(new WorkStep(phase, _highest));
    }

    private sealed class PhaseProgress(WorkPhases phases, string phase, double from, double share) : IProgress<double>
    {
        public void Report(double value) => phases.Report(phase, from + (share * Math.Clamp(value, 0, 1)));
    }
}
