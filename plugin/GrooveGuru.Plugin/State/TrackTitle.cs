using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.State;

/// <summary>What is known of the track that the instance sits on; never changed, only replaced.</summary>
/// <param name="HostName">Its name in the host; empty where that was not told.</param>
/// <param name="UserName">Its name by the user; empty where the host's is good enough.</param>
/// <param name="Color">Its colour in the host, 0xAARRGGBB; null where that was not told.</param>
/// <param name="Number">Its place in the host, from 1; null where that was not told.</param>
/// <param name="Role">
/// What it does in the song by the user; unspecified where the bridge is to listen for itself. May be one that only newer versions
/// know, from a project saved by one of them.
/// </param>
internal sealed record TrackTitle(string HostName, string UserName, uint? Color, int? Number, TrackRole Role = TrackRole.Unspecified)
{
    /// <summary>The longest name, UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Before anything was told.</summary>
    public static TrackTitle Unknown { get; } = new("", "", null, null);

    /// <summary>The name that counts: the user's, else the host's, else empty.</summary>
    public string Name => UserName.Length > 0 ? UserName : HostName;

    /// <summary>What the user can say that a track is: no role that could not be told, and none of a newer version.</summary>
    public static bool CanBeTold(TrackRole role) => role is TrackRole.Unspecified or (>= TrackRole.Drums and <= TrackRole.FullMix);

    /// <summary>What a bridge is told of the track.</summary>
    public TrackIdentity ToMessage()
    {
        TrackIdentity message = new() { Name = Name, Role = Role };
        if (Color is { } color)
        {
            message.ColorArgb = color;
        }

        if (Number is { } number)
        {
            message.Number = number;
        }

        return message;
    }

    /// <summary>A name that is fit for one line: no control characters, nothing around it, not too long.</summary>
    public static string Clean(string name)
    {
        string clean = new([.. name.Where(character => !char.IsControl(character))]);
        clean = clean.Trim();
        int length = Math.Min(clean.Length, MaxNameLength);
        return clean[..(length > 0 && char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)].TrimEnd();
    }
}
