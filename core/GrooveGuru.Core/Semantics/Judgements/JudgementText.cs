using System.Globalization;

namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>The sentences of a judgement, made from its data.</summary>
public static class JudgementText
{
    // A pull of less is not what decided it.
    private const double LeastPull = 0.02;
    private const int MostSigns = 3;

    // What is judged by technical faults alone says so: a track without any may still be dull or muddy, and the advice says that.
    private const string NotLookedAt = "Balance and level are judged by the advice alone.";
    private const string NoFault = $"No clipping, offset, noise or phase fault was measured. {NotLookedAt}";

    /// <summary>A step as an id: "active_listening".</summary>
    public static string Id<TStep>(TStep step)
        where TStep : struct, Enum =>
        string.Concat(step.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>What decided it, one sentence; the reason where it is not given.</summary>
    public static string Write<TStep>(Judgement<TStep> judgement)
        where TStep : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(judgement);
        if (judgement.NotGivenReason is string reason)
        {
            return reason;
        }

        JudgementSign[] strong = [.. judgement.DecidedBy.Where(sign => Math.Abs(sign.Pull) >= LeastPull).Take(MostSigns)];
        if (strong.Length == 0 && judgement.CountsFaults)
        {
            return judgement.DecidedBy.Count == 0 ? NoFault : $"Hardly a fault: {List(judgement.DecidedBy.Take(MostSigns))}. {NotLookedAt}";
        }

        string up = List(strong.Where(sign => sign.Pull > 0)), down = List(strong.Where(sign => sign.Pull < 0));
        return (up.Length, down.Length) switch
        {
            (0, 0) => "Everything lies near the middle.",
            (_, 0) => $"Raised by {up}.",
            (0, _) => $"Lowered by {down}.",
            _ => $"Raised by {up}; lowered by {down}.",
        };
    }

    private static string List(IEnumerable<JudgementSign> signs) => string.Join(", ", signs.Select(sign =>
        $"{LowerFirst(sign.Name)} {Number(sign.Value)} {sign.Unit}".TrimEnd()));

    // An abbreviation stays as it is: "DC offset".
    private static string LowerFirst(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size >= 100 || value == Math.Floor(value) ? "0" : size >= 10 ? "0.0" : size >= 0.1 ? "0.00" : "0.0000";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
