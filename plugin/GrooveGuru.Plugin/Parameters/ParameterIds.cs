namespace GrooveGuru.Plugin.Parameters;

/// <summary>The ids of the parameters: saved in projects, never reused. They count up from 0 without gaps.</summary>
internal static class ParameterIds
{
    /// <summary>Stops the capture; the audio passes untouched either way.</summary>
    public const uint Bypass = 0;

    /// <summary>The first of those that only the plugin writes.</summary>
    public const uint FirstReadOnly = 1;

    /// <summary>State of the way to the bridge.</summary>
    public const uint Bridge = 1;

    /// <summary>Integrated loudness of what was heard, LUFS.</summary>
    public const uint IntegratedLoudness = 2;

    /// <summary>Tempo of what was heard, BPM.</summary>
    public const uint Tempo = 3;

    /// <summary>Recommendations that are not done yet.</summary>
    public const uint OpenRecommendations = 4;

    /// <summary>How many there are.</summary>
    public const uint Count = 5;
}
