using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Writes how the pitch of one voice moves as positions of the pitch wheel.</summary>
public static class PitchWheel
{
    private const int UsualRange = 2, WidestRange = 24;

    // Smaller steps are not heard, and a wheel that moves more often than this only fills the file.
    private const double LeastStepSemitones = 0.04;
    private const long LeastStepTicks = 10;

    /// <summary>The wheel over notes that do not overlap.</summary>
    /// <param name="notes">The notes of one voice, by start.</param>
    /// <param name="channel">Their MIDI channel, counted from 0.</param>
    /// <returns>
    /// Positions by place, centred where a note without a bend begins and where a note ends, and the controllers that set how far the wheel
    /// reaches: 2 semitones or as many as the widest bend asks for, up to 24. Both empty where no note bends.
    /// </returns>
    public static (IReadOnlyList<MidiPitchBend> Bends, IReadOnlyList<MidiControlChange> Controls) Of(IReadOnlyList<ArrangedNote> notes, int channel)
    {
        ArgumentNullException.ThrowIfNull(notes);
        double widest = notes.SelectMany(note => note.Bends).Select(bend => Math.Abs(bend.Semitones)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (widest < LeastStepSemitones)
        {
            return ([], []);
        }

        int range = (int)Math.Clamp(Math.Ceiling(widest), UsualRange, WidestRange);
        int Position(double semitones) =>
            (int)Math.Clamp(Math.Round(semitones / range * -MidiPitchBend.Lowest), MidiPitchBend.Lowest, MidiPitchBend.Highest);

        List<MidiPitchBend> wheel = [];
        void Move(long ticks, int value)
        {
            // Of several positions at one place the last one counts; one that the wheel already has is not sent.
            if (wheel.Count > 0 && wheel[^1].Ticks == ticks)
            {
                wheel.RemoveAt(wheel.Count - 1);
            }

            if ((wheel.Count > 0 ? wheel[^1].Value : 0) != value)
            {
                wheel.Add(new MidiPitchBend(ticks, value, channel));
            }
        }

        foreach (ArrangedNote note in notes)
        {
            IEnumerable<ArrangedBend> bends = note.Bends.Where(bend => double.IsFinite(bend.Semitones) && bend.TicksAfterStart < note.LengthTicks);
            ArrangedBend sent = bends.LastOrDefault(bend => bend.TicksAfterStart <= 0);
            Move(note.StartTicks, Position(sent.Semitones));
            foreach (ArrangedBend bend in bends.Where(bend => bend.TicksAfterStart > 0))
            {
                if (Math.Abs(bend.Semitones - sent.Semitones) >= LeastStepSemitones && bend.TicksAfterStart - sent.TicksAfterStart >= LeastStepTicks)
                {
                    sent = bend;
                    Move(note.StartTicks + bend.TicksAfterStart, Position(bend.Semitones));
                }
            }

            Move(note.EndTicks, 0);
        }

        return (wheel, MidiControlChange.BendRange(0, range, channel));
    }
}
