using GrooveGuru.Contracts.V1;
using CoreRole = GrooveGuru.Core.Semantics.Roles.TrackRole;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>What a plugin tells of its track; never changed, only replaced.</summary>
/// <param name="Name">Its name, fit for one line; empty where it has none.</param>
/// <param name="Role">What the user says that it is; unspecified where nothing was said, or nothing that this bridge knows.</param>
/// <param name="ColorArgb">Its colour in the host, 0xAARRGGBB; null where that is not known.</param>
/// <param name="Number">Its place in the host, from 1 to <see cref="MaxNumber"/>; null where that is not known.</param>
internal sealed record ToldIdentity(string Name, TrackRole Role, uint? ColorArgb, int? Number)
{
    /// <summary>The longest name, UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The highest place of a track in a host that is believed.</summary>
    public const int MaxNumber = 100_000;

    /// <summary>Of a track that nothing was told of.</summary>
    public static ToldIdentity None { get; } = new("", TrackRole.Unspecified, null, null);

    /// <summary>The role as the judge takes it; null where it has to listen for itself.</summary>
    public CoreRole? ToldRole => Role == TrackRole.Unspecified ? null : (CoreRole)((int)Role - 1);

    /// <summary>Reads a message, whoever sent it: what cannot be is left out.</summary>
    /// <param name="message">The message; null tells nothing.</param>
    public static ToldIdentity Read(TrackIdentity? message) => message is null ? None : new ToldIdentity(
        CleanName(message.Name),
        message.Role is >= TrackRole.Drums and <= TrackRole.FullMix ? message.Role : TrackRole.Unspecified,
        message.HasColorArgb ? message.ColorArgb : null,
        message is { HasNumber: true, Number: >= 1 and <= MaxNumber } ? message.Number : null);

    /// <summary>A name without control characters, not too long.</summary>
    public static string CleanName(string name)
    {
        string clean = new([.. name.Where(letter => !char.IsControl(letter)).Take(MaxNameLength)]);
        return (clean is [.. var whole, var last] && char.IsHighSurrogate(last) ? whole : clean).Trim();
    }

    /// <summary>Writes it into the line of a list.</summary>
    public void WriteTo(TrackSummary summary)
    {
        summary.Role = Role;
        if (ColorArgb is { } color)
        {
            summary.ColorArgb = color;
        }

        if (Number is { } number)
        {
            summary.Number = number;
        }
    }
}
