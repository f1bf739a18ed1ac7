namespace GrooveGuru.Core.Arrangement;

/// <summary>The pulse of a recording as it was heard.</summary>
/// <param name="BeatsSeconds">Beats, s, ascending; may be empty.</param>
/// <param name="DownbeatsSeconds">Those that begin a bar; may be empty.</param>
/// <param name="BeatsPerBar">Beats from downbeat to downbeat, 1 or more.</param>
public sealed record HeardBeats(IReadOnlyList<double> BeatsSeconds, IReadOnlyList<double> DownbeatsSeconds, int BeatsPerBar);
