namespace GrooveGuru.Core.Midi;

/// <summary>A controller's value from one place on.</summary>
/// <param name="Ticks">Where, ticks.</param>
/// <param name="Controller">Number of the controller, 0 to 127.</param>
/// <param name="Value">0 to 127.</param>
/// <param name="Channel">MIDI channel counted from 0.</param>
public sealed record MidiControlChange(long Ticks, int Controller, int Value, int Channel = 0)
{
    private const int RegisteredLow = 100, RegisteredHigh = 101, DataHigh = 6, DataLow = 38, Nothing = 127;

    /// <summary>What tells an instrument how far its pitch wheel reaches: registered parameter 0, which is closed again.</summary>
    /// <param name="ticks">Where, ticks.</param>
    /// <param name="semitones">Semitones to each side, 0 to 127.</param>
    /// <param name="channel">MIDI channel counted from 0.</param>
    /// <remarks>The MIDI 1.0 Detailed Specification, "Registered Parameter Numbers".</remarks>
    public static IReadOnlyList<MidiControlChange> BendRange(long ticks, int semitones, int channel) =>
    [
        new(ticks, RegisteredHigh, 0, channel),
        new(ticks, RegisteredLow, 0, channel),
        new(ticks, DataHigh, semitones, channel),
        new(ticks, DataLow, 0, channel),
        new(ticks, RegisteredHigh, Nothing, channel),
        new(ticks, RegisteredLow, Nothing, channel),
    ];

    /// <summary>How far the pitch wheel reaches after these controllers.</summary>
    /// <param name="controls">Controllers of one channel in the order in which they are sent.</param>
    /// <returns>Semitones to each side; 2, as General MIDI has it, where none of them says so.</returns>
    public static double BendRangeOf(IEnumerable<MidiControlChange> controls)
    {
        ArgumentNullException.ThrowIfNull(controls);
        const double UsualSemitones = 2, Cents = 100;
        (int high, int low) = (Nothing, Nothing);
        (double semitones, double cents) = (UsualSemitones, 0);
        foreach (MidiControlChange control in controls)
        {
            bool isRange = high == 0 && low == 0;
            (high, low, semitones, cents) = control.Controller switch
            {
                RegisteredHigh => (control.Value, low, semitones, cents),
                RegisteredLow => (high, control.Value, semitones, cents),
                DataHigh when isRange => (high, low, control.Value, cents),
                DataLow when isRange => (high, low, semitones, control.Value),
                _ => (high, low, semitones, cents),
            };
        }

        return semitones + (cents / Cents);
    }
}
