using System.Globalization;

namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>
/// What of many faults is worth a line in the log: of each kind the first in a minute in full, the others as a number, so that
/// something that fails thirty times a second leaves room for what happened before it.
/// </summary>
internal sealed class FaultTally(TimeProvider time)
{
    /// <summary>The most kinds that are told apart; all more are one.</summary>
    public const int MaxKinds = 64;

    /// <summary>For this long one fault of a kind stands for all that follow.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The one of this process. Not a field of <see cref="Faults"/>: the audio thread must not be the one that makes it.</summary>
    public static FaultTally Shared { get; } = new(TimeProvider.System);

    private const string OtherKinds = "faults of further kinds";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long LoggedAt, int Unlogged)> _kinds = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="kind">What failed and how.</param>
    /// <param name="full">What to log of it where it is the first.</param>
    /// <returns>The line to log; null for none.</returns>
    public string? Count(string kind, string full)
    {
        lock (_gate)
        {
            string known = _kinds.ContainsKey(kind) || _kinds.Count < MaxKinds ? kind : OtherKinds;
            if (_kinds.TryGetValue(known, out (long LoggedAt, int Unlogged) seen) && time.GetElapsedTime(seen.LoggedAt) < Pause)
            {
                _kinds[known] = (seen.LoggedAt, seen.Unlogged + 1);
                return null;
            }

            _kinds[known] = (time.GetTimestamp(), 0);
            return seen.Unlogged == 0 ? full : $"{full} ({Again(seen.Unlogged)} since it was logged last)";
        }
    }

    /// <summary>What was counted and not logged yet, a line for each kind; it counts as logged then.</summary>
    public IReadOnlyList<string> TakeUnlogged()
    {
        lock (_gate)
        {
            List<string> lines = [];
            foreach ((string kind, (long loggedAt, int unlogged)) in _kinds.Where(item => item.Value.Unlogged > 0).ToArray())
            {
                lines.Add($"{kind}: {Again(unlogged)}");
                _kinds[kind] = (loggedAt, 0);
            }

            return lines;
        }
    }

    private static string Again(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} more of these");
}
