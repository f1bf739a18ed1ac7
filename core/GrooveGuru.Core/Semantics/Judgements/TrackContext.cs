namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>What can be said about a track as a whole.</summary>
/// <param name="Quality">How clean it is technically.</param>
/// <param name="Complexity">How much happens in the music.</param>
/// <param name="Listening">How much attention it asks for.</param>
/// <param name="Impact">How much there is that moves a listener.</param>
public sealed record TrackContext(
    Judgement<ProductionQuality> Quality,
    Judgement<MusicalComplexity> Complexity,
    Judgement<ListeningContext> Listening,
    Judgement<EmotionalImpact> Impact);
