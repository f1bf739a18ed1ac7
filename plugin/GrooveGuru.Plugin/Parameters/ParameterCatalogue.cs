using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Parameters;

/// <summary>The parameters, in the order of their ids.</summary>
internal static class ParameterCatalogue
{
    private static readonly ParameterDefinition[] Definitions =
    [
        new()
        {
            Id = ParameterIds.Bypass,
            Title = "Bypass",
            ShortTitle = "Bypass",
            StepCount = 1,
            Flags = ParameterFlags.CanAutomate | ParameterFlags.Bypass,
            Choices = ["Off", "On"],
        },
        new()
        {
            Id = ParameterIds.Bridge,
            Title = "Bridge",
            ShortTitle = "Bridge",
            Maximum = 3,
            StepCount = 3,
            Flags = ParameterFlags.ReadOnly | ParameterFlags.List,
            Choices = ["not connected", "starting", "connected", "wrong version"],
        },
        new()
        {
            Id = ParameterIds.IntegratedLoudness,
            Title = "Integrated Loudness",
            ShortTitle = "Loudness",
            Units = "LUFS",
            Minimum = -70,
            Maximum = 0,
            DefaultPlain = -70,
            Flags = ParameterFlags.ReadOnly,
        },
        new()
        {
            Id = ParameterIds.Tempo,
            Title = "Tempo",
            ShortTitle = "Tempo",
            Units = "BPM",
            Maximum = 300,
            Flags = ParameterFlags.ReadOnly,
        },
        new()
        {
            Id = ParameterIds.OpenRecommendations,
            Title = "Open Recommendations",
            ShortTitle = "Advice",
            Maximum = 32,
            StepCount = 32,
            Flags = ParameterFlags.ReadOnly,
        },
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Definitions.Length;

    /// <summary>The parameter at an index; null where there is none.</summary>
    public static ParameterDefinition? At(int index) => (uint)index < (uint)Definitions.Length ? Definitions[index] : null;

    /// <summary>The parameter with an id; null where there is none.</summary>
    public static ParameterDefinition? Find(uint id) => id < (uint)Definitions.Length ? Definitions[id] : null;

    /// <summary>The normalised value of a new instance.</summary>
    public static double DefaultNormalized(int index) => Definitions[index].ToNormalized(Definitions[index].DefaultPlain);
}
