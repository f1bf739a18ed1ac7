namespace GrooveGuru.Core.Form;

/// <summary>The beats and bars that a form is read in.</summary>
/// <param name="BeatsSeconds">Beats, ascending, s; empty where there is no pulse.</param>
/// <param name="DownbeatsSeconds">Beats that begin a bar, ascending, s; empty where they are not known.</param>
/// <param name="BeatsPerBar">Beats in a bar; 4 where it is not known.</param>
internal sealed record Pulse(IReadOnlyList<double> BeatsSeconds, IReadOnlyList<double> DownbeatsSeconds, int BeatsPerBar)
{
    private const int MinPoints = 4;

    /// <summary>Where the bars begin as far as it is known: the downbeats, or every so many beats; empty where there are too few.</summary>
    public IReadOnlyList<double> Bars =>
        DownbeatsSeconds.Count >= MinPoints ? DownbeatsSeconds
        : BeatsSeconds.Count >= BeatsPerBar * MinPoints ? [.. BeatsSeconds.Where((_, index) => index % BeatsPerBar == 0)]
        : [];
}
