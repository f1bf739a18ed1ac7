namespace GrooveGuru.Bridge.Evaluation;

/// <summary>Strokes that count as the same when drums are scored.</summary>
internal enum DrumFamily
{
    /// <summary>Bass drum.</summary>
    Kick,

    /// <summary>Snare drum, its rim, hand clap.</summary>
    Snare,

    /// <summary>Hi-hat, closed, open or by the pedal.</summary>
    Hats,

    /// <summary>Any tom.</summary>
    Toms,

    /// <summary>Crash, ride, splash, china.</summary>
    Cymbals,
}
