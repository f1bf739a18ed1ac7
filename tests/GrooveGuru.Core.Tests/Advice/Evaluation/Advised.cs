using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

/// <summary>Recommendations that somebody might have given; their id says nothing.</summary>
internal static class Advised
{
    internal static Recommendation With(RecommendationDomain domain, params ProcessorSettings[] chain) => new()
    {
        Id = "x.y",
        Domain = domain,
        Title = "",
        Priority = 2,
        Confidence = 0.5,
        Because = [],
        Chain = chain,
        Expects = [],
        Evidence = [],
    };
}
