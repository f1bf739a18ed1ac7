using System.Collections.Immutable;

namespace GrooveGuru.Plugin.State;

/// <summary>
/// How the bytes of a saved state were laid out, so that what a newer version has put among them stays where it was when this
/// version saves the project again.
/// </summary>
/// <param name="Version">Version of the format.</param>
/// <param name="Reserved">What the header holds beside it.</param>
/// <param name="Fields">The fields in their order.</param>
internal sealed record StateLayout(ushort Version, ushort Reserved, ImmutableArray<StateField> Fields)
{
    /// <summary>Of a state that this version makes.</summary>
    public static StateLayout Own { get; } = new(PluginStateFormat.Version, 0, []);
}
