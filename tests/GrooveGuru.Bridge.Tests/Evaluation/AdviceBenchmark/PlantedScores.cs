using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

/// <summary>Scores whose totals are known.</summary>
internal static class PlantedScores
{
    internal static TrackScore Track(string name, GivenAdvice[] clean, params FaultScore[] faults) => new()
    {
        Track = new MaterialTrack(name, "bass", name, MaterialHalf.Tuned, _ => new AudioBuffer(1, 0, 44100)),
        Role = "bass",
        CleanAdvice = clean,
        Faults = faults,
    };

    internal static GivenAdvice Advice(bool isRight, double confidence = 0.8, int priority = 2, RecommendationDomain domain = RecommendationDomain.Eq) =>
        new("x.y", domain, priority, confidence, "Do it", isRight);

    /// <summary>A dull track whose answer stands at a place of four, or nowhere.</summary>
    internal static FaultScore Dull(FaultStrength strength, int? rank, double distance = 2, double after = 0.5, double gainErrorDb = 1) => new()
    {
        Case = FaultCatalogue.All.Single(fault => fault.Kind == FaultKind.DullTop && fault.Strength == strength),
        Distance = distance,
        IsFault = true,
        Advice = [.. Enumerable.Range(1, 4).Select(place => Advice(place == rank))],
        AnswerRank = rank,
        Error = rank is null ? null : new ParameterError(gainErrorDb, 0.25),
        DistanceAfterAnswer = rank is null ? null : after,
    };
}
