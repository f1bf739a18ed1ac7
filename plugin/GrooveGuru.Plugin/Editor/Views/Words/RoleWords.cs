using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>What a track is, in words.</summary>
internal static class RoleWords
{
    /// <summary>What a track can be said to be, in the order in which it is shown.</summary>
    public static IReadOnlyList<TrackRole> Known { get; } =
    [
        TrackRole.Drums, TrackRole.Bass, TrackRole.Vocal, TrackRole.Keys, TrackRole.Guitar, TrackRole.Pad, TrackRole.Lead, TrackRole.FullMix,
    ];

    /// <summary>Why it matters.</summary>
    public const string Why = "What this track is. Advice for a kick is not advice for a mix: what counts as too loud, too dull or too wide goes by it.";

    /// <summary>A role: "Full mix".</summary>
    public static string Name(TrackRole role)
    {
        StringBuilder text = new();
        foreach (char letter in role.ToString())
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? " " + char.ToLowerInvariant(letter) : letter.ToString());
        }

        return text.ToString();
    }

    /// <summary>Whether something was said or heard at all.</summary>
    public static bool IsTold(TrackRole role) => role is not (TrackRole.Unspecified or TrackRole.Unknown);

    /// <summary>What was heard: "Full mix"; "Role unsure" where it could not be told.</summary>
    public static string Heard(RoleEstimate? guess) => guess is null || !IsTold(guess.Role) ? "Role unsure" : Name(guess.Role);

    /// <summary>How sure what was heard is: "95 % sure"; what is likeliest where it is not sure.</summary>
    public static string HeardSure(RoleEstimate? guess) => guess switch
    {
        null or { Alternatives.Count: 0 } => "",
        _ when !IsTold(guess.Role) => $"perhaps {Name(guess.Alternatives[0].Role).ToLowerInvariant()} ({NumberWords.Percent(guess.Confidence)})",
        _ => $"{NumberWords.Percent(guess.Confidence)} sure",
    };

    /// <summary>What decided what the track goes for, where the user did not: "its name" or "its sound".</summary>
    public static string DecidedBy(RoleEstimate? guess) => IsByName(guess) ? "its name" : "its sound";

    /// <summary>Whether the name decided, against what the sound alone says.</summary>
    public static bool IsByName(RoleEstimate? guess) => guess is { HasNameWord: true, SoundAgrees: false } && IsTold(guess.Role);

    /// <summary>What the track goes for now: "Bass" as the user said, "Vocal, by ear" as it was heard, "Drums, by name" as it is called.</summary>
    public static string Chosen(TrackRole said, RoleEstimate? guess) =>
        IsTold(said) ? Name(said)
        : guess is not null && IsTold(guess.Role) ? $"{Name(guess.Role)}, {(IsByName(guess) ? "by name" : "by ear")}"
        : "Role: by ear";

    /// <summary>The choice that leaves it to the bridge: "Listen and guess (now: vocal, 82 %)".</summary>
    public static string Listen(RoleEstimate? guess) => guess switch
    {
        null => "Listen and guess",
        _ when IsTold(guess.Role) => $"Listen and guess (now: {Name(guess.Role).ToLowerInvariant()}, {NumberWords.Percent(guess.Confidence)})",
        { Alternatives.Count: > 0 } => $"Listen and guess (now: unsure, perhaps {Name(guess.Alternatives[0].Role).ToLowerInvariant()})",
        _ => "Listen and guess",
    };
}
