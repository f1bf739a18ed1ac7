namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>What a captured block's transport fields say.</summary>
[Flags]
internal enum CaptureFlags
{
    None = 0,

    /// <summary>The transport rolls.</summary>
    Playing = 1,

    /// <summary>The host renders faster than real time.</summary>
    Offline = 2,

    /// <summary>The project time in frames is known.</summary>
    HasProjectTime = 4,

    /// <summary>The project time in quarter notes is known.</summary>
    HasQuarters = 8,

    /// <summary>The tempo is known.</summary>
    HasTempo = 16,

    /// <summary>The meter is known.</summary>
    HasMeter = 32,

    /// <summary>NaN or infinity is among the samples, which are captured as they are; the bridge hears them as silence and counts them.</summary>
    HasNonFinite = 64,
}
