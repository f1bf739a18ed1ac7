namespace GrooveGuru.Core.Synthesis;

/// <summary>The shape of an oscillator.</summary>
public enum Waveform
{
    /// <summary>One partial.</summary>
    Sine,

    /// <summary>Odd partials falling with the square of their number.</summary>
    Triangle,

    /// <summary>All partials falling with their number.</summary>
    Saw,

    /// <summary>Odd partials falling with their number.</summary>
    Square,
}
