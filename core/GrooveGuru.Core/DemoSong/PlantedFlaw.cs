namespace GrooveGuru.Core.DemoSong;

/// <summary>A mixing mistake that was built into the demo song so that the advice can be checked.</summary>
/// <param name="RuleId">The recommendation that should find it: "eq.low_end_build_up".</param>
/// <param name="Description">What was done, for a musician.</param>
/// <param name="Amount">By how much, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the amount.</param>
public sealed record PlantedFlaw(string RuleId, string Description, double Amount, string Unit);
