namespace GrooveGuru.Core.Arrangement;

/// <summary>A note on its place among the beats, before it becomes part of a MIDI track.</summary>
/// <param name="StartTicks">Where it starts, ticks from bar 1; negative for an upbeat.</param>
/// <param name="EndTicks">Where it ends, ticks; behind the start.</param>
/// <param name="Pitch">MIDI note number, 0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public sealed record ArrangedNote(long StartTicks, long EndTicks, int Pitch, int Velocity)
{
    /// <summary>How long it is held, ticks.</summary>
    public long LengthTicks => EndTicks - StartTicks;

    /// <summary>How its pitch moves; empty where that was not followed.</summary>
    public IReadOnlyList<ArrangedBend> Bends { get; init; } = [];

    /// <summary>Whether it was struck before the part of the recording that is written, and only sounds on into it: its start is no onset.</summary>
    public bool IsHeldOver { get; init; }

    /// <summary>The same note elsewhere, of the same length.</summary>
    public ArrangedNote MovedTo(long startTicks) => this with { StartTicks = startTicks, EndTicks = startTicks + LengthTicks };

    /// <summary>The same note with another beginning and the same end; its pitch moves at the same places as before.</summary>
    public ArrangedNote BeginningAt(long startTicks)
    {
        long later = startTicks - StartTicks;
        int sounding = Math.Max(0, Bends.TakeWhile(bend => bend.TicksAfterStart <= later).Count() - 1);
        ArrangedBend[] bends = [.. Bends.Skip(sounding).Select((bend, index) => bend with { TicksAfterStart = index == 0 ? 0 : bend.TicksAfterStart - later })];
        return later == 0 ? this : this with { StartTicks = startTicks, Bends = bends };
    }
}
