namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>The kinds of stroke that are told apart, in the order of the model's answers.</summary>
public enum DrumKind
{
    /// <summary>Bass drum.</summary>
    Kick,

    /// <summary>Snare drum, hand clap.</summary>
    Snare,

    /// <summary>The stick on the rim of the snare drum.</summary>
    SideStick,

    /// <summary>Hi-hat, closed or by the pedal.</summary>
    ClosedHat,

    /// <summary>Hi-hat, open.</summary>
    OpenHat,

    /// <summary>Any tom.</summary>
    Tom,

    /// <summary>Crash, splash or china cymbal.</summary>
    Crash,

    /// <summary>Ride cymbal.</summary>
    Ride,
}
