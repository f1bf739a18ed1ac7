namespace GrooveGuru.Fitting.Tonality;

/// <summary>One answer among several candidates, each described by signs; candidates of one kind share the weights of their signs.</summary>
/// <param name="Right">The right candidate.</param>
/// <param name="Weight">How much this choice counts.</param>
internal abstract record Choice(int Right, double Weight)
{
    /// <summary>Candidates.</summary>
    public abstract int CandidateCount { get; }

    /// <summary>Describes a candidate.</summary>
    /// <param name="candidate">Which.</param>
    /// <param name="signs">Its signs, from the first; room for as many as there are weights.</param>
    /// <returns>Where the weights of its signs begin, and how many there are.</returns>
    public abstract (int Offset, int Length) Describe(int candidate, Span<double> signs);
}
