namespace GrooveGuru.Core.DemoSong;

/// <summary>A section of the demo song's form.</summary>
/// <param name="Name">"intro", "A", "B".</param>
/// <param name="StartSeconds">Its first downbeat, s.</param>
/// <param name="EndSeconds">The downbeat after its last bar, s.</param>
public sealed record DemoSection(string Name, double StartSeconds, double EndSeconds);
