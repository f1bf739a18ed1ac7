using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Even places among the beats, every second of which may come late: swing.</summary>
/// <param name="StepTicks">From place to place before swing, ticks.</param>
/// <param name="SwingRatio">Where the off-beat lies between two on-beats: 0.5 is straight, 2/3 is the swing of triplets; 0.5 to 0.75.</param>
public sealed record BeatGrid(long StepTicks, double SwingRatio = BeatGrid.Straight)
{
    /// <summary>No swing.</summary>
    public const double Straight = 0.5;

    /// <summary>Places in a quarter.</summary>
    public int PlacesPerQuarter => (int)(MidiSong.DefaultTicksPerQuarter / StepTicks);

    /// <summary>The note value as a grid without swing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="QuantiseGrid.Auto"/>, which is found, or unknown.</exception>
    public static BeatGrid Of(QuantiseGrid grid) => grid switch
    {
        QuantiseGrid.Quarter => new(960),
        QuantiseGrid.Eighth => new(480),
        QuantiseGrid.EighthTriplet => new(320),
        QuantiseGrid.Sixteenth => new(240),
        QuantiseGrid.SixteenthTriplet => new(160),
        QuantiseGrid.ThirtySecond => new(120),
        _ => throw new ArgumentOutOfRangeException(nameof(grid), grid, "This grid has to be found first."),
    };

    /// <summary>Whether musicians swing this note value.</summary>
    public bool MaySwing => StepTicks is 480 or 240;

    /// <summary>The nearest place of the grid; never behind that of a later one.</summary>
    /// <param name="ticks">A place, ticks from bar 1.</param>
    public long Nearest(double ticks)
    {
        long pair = 2 * StepTicks;
        long onBeat = (long)Math.Floor(ticks / pair) * pair;
        long offBeat = onBeat + (long)Math.Round(pair * SwingRatio);
        double after = ticks - onBeat;
        return after < (offBeat - onBeat) / 2.0 ? onBeat
            : after < (offBeat - onBeat + pair) / 2.0 ? offBeat
            : onBeat + pair;
    }
}
