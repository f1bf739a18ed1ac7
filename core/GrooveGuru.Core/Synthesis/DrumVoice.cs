namespace GrooveGuru.Core.Synthesis;

/// <summary>The drums that can be played, by their General MIDI percussion numbers.</summary>
public enum DrumVoice
{
    /// <summary>Bass drum.</summary>
    Kick = 36,

    /// <summary>Snare drum.</summary>
    Snare = 38,

    /// <summary>Closed hi-hat.</summary>
    ClosedHat = 42,

    /// <summary>Low tom.</summary>
    LowTom = 45,

    /// <summary>Open hi-hat.</summary>
    OpenHat = 46,

    /// <summary>Crash cymbal.</summary>
    Crash = 49,

    /// <summary>High tom.</summary>
    HighTom = 50,

    /// <summary>Ride cymbal.</summary>
    Ride = 51,
}
