namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>A judgement in steps, with what decided it; or the reason why it is not given.</summary>
/// <typeparam name="TStep">Its steps, lowest first.</typeparam>
public sealed record Judgement<TStep>
    where TStep : struct, Enum
{
    /// <summary>The step; null where it is not given.</summary>
    public TStep? Step { get; private init; }

    /// <summary>Where it lies from the lowest to the highest step, 0–1; null where it is not given.</summary>
    public double? Value { get; private init; }

    /// <summary>What decided it, the strongest pull first; empty where it is not given, or where nothing pulled.</summary>
    public IReadOnlyList<JudgementSign> DecidedBy { get; private init; } = [];

    /// <summary>Whether it is the best there is until a fault lowers it; otherwise it begins in the middle and is pulled both ways.</summary>
    public bool CountsFaults { get; private init; }

    /// <summary>Why it is not given, a sentence; null where it is.</summary>
    public string? NotGivenReason { get; private init; }

    /// <summary>A judgement.</summary>
    /// <param name="value">0–1.</param>
    /// <param name="bounds">Where each step but the lowest begins, rising.</param>
    /// <param name="signs">What decided it.</param>
    /// <param name="countsFaults">Whether only faults decide it.</param>
    internal static Judgement<TStep> Of(
        double value, IReadOnlyList<double> bounds, IEnumerable<JudgementSign> signs, bool countsFaults = false) => new()
        {
            CountsFaults = countsFaults,
            Step = Enum.GetValues<TStep>()[bounds.Count(bound => value >= bound)],
            Value = value,
            DecidedBy = [.. signs.Where(sign => sign.Pull != 0).OrderByDescending(sign => Math.Abs(sign.Pull))],
        };

    /// <summary>The absence of one.</summary>
    internal static Judgement<TStep> NotGiven(string reason) => new() { NotGivenReason = reason };
}
