using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The figures of a group of faults, null where there is nothing to take them from.</summary>
internal sealed record CaseTotals
{
    /// <summary>Faults that were put to the adviser.</summary>
    public required int Cases { get; init; }

    /// <summary>Faults that were made and left out, as they cannot be told from the clean track.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Share of weak faults with an answer among the first three, 0–1.</summary>
    public double? WeakRecall { get; init; }

    /// <summary>Share of medium and strong faults with an answer among the first three, 0–1.</summary>
    public double? PlainRecall { get; init; }

    /// <summary>Share of all faults with an answer among the first three, 0–1.</summary>
    public double? Recall { get; init; }

    /// <summary>Share of which the answer is likely by its own confidence, 0–1; null without cases.</summary>
    public double? LikelyRecall { get; init; }

    /// <summary>How far the gain of the answer lies from the inverse, dB.</summary>
    public Quartiles? GainErrorDb { get; init; }

    /// <summary>How far the frequency of the answer lies from the fault's, octaves.</summary>
    public Quartiles? OctaveError { get; init; }

    /// <summary>Share of the answered faults of which the answer takes back half or more, 0–1.</summary>
    public double? UndoneOfAnswered { get; init; }

    /// <summary>Share of all faults of which the answer takes back half or more, 0–1.</summary>
    public double? UndoneOfAll { get; init; }

    /// <summary>Share of the answered faults of which the whole chain takes back half or more, 0–1.</summary>
    public double? UndoneByChainOfAnswered { get; init; }

    /// <summary>Share of all faults of which the whole chain takes back half or more, 0–1.</summary>
    public double? UndoneByChainOfAll { get; init; }

    /// <summary>Share of right ones among the first recommendations, 0–1.</summary>
    public double? PrecisionOfFirst { get; init; }

    /// <summary>Share of right ones among all recommendations, 0–1.</summary>
    public double? PrecisionOfAll { get; init; }

    /// <summary>Takes the figures.</summary>
    public static CaseTotals Of(IEnumerable<FaultScore> faults)
    {
        FaultScore[] all = [.. faults];
        FaultScore[] cases = [.. all.Where(fault => fault.IsFault)];
        FaultScore[] answered = [.. cases.Where(fault => fault.IsAnswered)];
        bool hasChains = cases.Any(fault => fault.DistanceAfterChain is not null);
        return new CaseTotals
        {
            Cases = cases.Length,
            LeftOut = all.Length - cases.Length,
            WeakRecall = Share(cases.Where(fault => fault.Case.Strength == FaultStrength.Weak), fault => fault.IsAnswered),
            PlainRecall = Share(cases.Where(fault => fault.Case.Strength != FaultStrength.Weak), fault => fault.IsAnswered),
            Recall = Share(cases, fault => fault.IsAnswered),
            LikelyRecall = Share(cases, fault => fault.Advice.Any(given => given.IsRight && given.Confidence >= Recommendation.LikelyConfidence)),
            GainErrorDb = Quartiles.Of(answered.Select(fault => fault.Error).OfType<ParameterError>().Select(error => error.GainDb)),
            OctaveError = Quartiles.Of(answered.Select(fault => fault.Error).OfType<ParameterError>().Select(error => error.Octaves)),
            UndoneOfAnswered = Share(answered, fault => fault.IsHalfUndone),
            UndoneOfAll = Share(cases, fault => fault.IsHalfUndone),
            UndoneByChainOfAnswered = hasChains ? Share(answered, fault => fault.IsHalfUndoneByChain) : null,
            UndoneByChainOfAll = hasChains ? Share(cases, fault => fault.IsHalfUndoneByChain) : null,
            PrecisionOfFirst = Share(cases.Where(fault => fault.Advice.Count > 0), fault => fault.Advice[0].IsRight),
            PrecisionOfAll = Share(cases.SelectMany(fault => fault.Advice), advice => advice.IsRight),
        };
    }

    private static double? Share<T>(IEnumerable<T> items, Func<T, bool> isSo)
    {
        T[] all = [.. items];
        return all.Length == 0 ? null : (double)all.Count(isSo) / all.Length;
    }
}
