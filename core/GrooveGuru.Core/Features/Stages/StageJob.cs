namespace GrooveGuru.Core.Features.Stages;

/// <summary>A share of the analysis that hears a batch of audio without touching what another job writes.</summary>
/// <param name="Name">What it measures, for the table of costs.</param>
/// <param name="Run">Hears the batch that is due.</param>
internal sealed record StageJob(string Name, Action Run);
