namespace GrooveGuru.Core.Semantics.Relations;

/// <summary>How features that belong together agree; or the reason why it cannot be told.</summary>
/// <param name="Id">tempo_energy_coherence, spectral_timbral_coherence, harmonic_percussive_balance.</param>
/// <param name="Name">What a musician reads.</param>
/// <param name="Value">0–1: how far they agree, for the balance how even it is; null where it cannot be told.</param>
/// <param name="Word">The value in a word; null where it cannot be told.</param>
/// <param name="Between">What it was told from, each placed 0–1; empty where it cannot be told.</param>
/// <param name="NotGivenReason">Why it cannot be told, a sentence; null where it can.</param>
public sealed record FeatureRelation(
    string Id, string Name, double? Value, string? Word, IReadOnlyList<RelationPart> Between, string? NotGivenReason);
