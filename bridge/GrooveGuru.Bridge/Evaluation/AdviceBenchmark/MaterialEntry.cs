namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>What a manifest says of a file; null where it says nothing.</summary>
/// <param name="Role">What it is: "drums", "bass", "mix".</param>
/// <param name="Half">Which half it is for.</param>
/// <param name="Group">What it belongs to.</param>
internal sealed record MaterialEntry(string? Role, MaterialHalf? Half, string? Group);
