using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>What was advised on a track with one fault.</summary>
internal sealed record FaultScore
{
    /// <summary>Recommendations that a user reads first; an answer among them counts.</summary>
    public const int TopCount = 3;

    /// <summary>The fault.</summary>
    public required FaultCase Case { get; init; }

    /// <summary>Where its shelf or bell lies, Hz; null for other faults.</summary>
    public double? FrequencyHz { get; init; }

    /// <summary>Distance of the track with the fault from the clean one, see <see cref="FaultDistance"/>; null where it cannot be measured.</summary>
    public double? Distance { get; init; }

    /// <summary>Whether the change is a fault on this track, see <see cref="FaultAudibility"/>; otherwise the adviser was not asked.</summary>
    public bool IsFault { get; init; }

    /// <summary>What was advised, in the order given.</summary>
    public IReadOnlyList<GivenAdvice> Advice { get; init; } = [];

    /// <summary>The place of the first answer, 1 for the first of all; null for none.</summary>
    public int? AnswerRank { get; init; }

    /// <summary>How far the answer lies from the exact inverse; null for faults that have none.</summary>
    public ParameterError? Error { get; init; }

    /// <summary>Distance after the chain of the answer; null without an answer.</summary>
    public double? DistanceAfterAnswer { get; init; }

    /// <summary>Distance after the adviser's whole chain; null where there is none.</summary>
    public double? DistanceAfterChain { get; init; }

    /// <summary>Whether an answer is among the first three.</summary>
    public bool IsAnswered => AnswerRank <= TopCount;

    /// <summary>Whether the answer's chain takes back half of the fault or more.</summary>
    public bool IsHalfUndone => IsAnswered && DistanceAfterAnswer <= Distance / 2;

    /// <summary>Whether the whole chain takes back half of the fault or more.</summary>
    public bool IsHalfUndoneByChain => DistanceAfterChain <= Distance / 2;
}
