using GrooveGuru.Core.Advice;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>A recommendation, as far as it is scored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Domain">The part of the mix that it changes.</param>
/// <param name="Priority">1 to 3.</param>
/// <param name="Confidence">How sure the adviser was, 0–1.</param>
/// <param name="Title">What to do.</param>
/// <param name="IsRight">Whether it answers the fault that was made; never on clean material.</param>
internal sealed record GivenAdvice(string Id, RecommendationDomain Domain, int Priority, double Confidence, string Title, bool IsRight)
{
    /// <summary>Keeps what is scored of a recommendation.</summary>
    public static GivenAdvice Of(Recommendation recommendation, bool isRight) => new(
        recommendation.Id, recommendation.Domain, recommendation.Priority, recommendation.Confidence, recommendation.Title, isRight);
}
