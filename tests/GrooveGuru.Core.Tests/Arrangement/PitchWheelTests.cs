using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Arrangement;

public class PitchWheelTests
{
    [Fact]
    public void Of_Slide_MovesTheWheelAndCentresItAtTheEnd()
    {
        ArrangedNote note = new(100, 1060, 60, 90) { Bends = [new(0, -1), new(300, -0.5), new(500, 0)] };
        (IReadOnlyList<MidiPitchBend> bends, IReadOnlyList<MidiControlChange> controls) = PitchWheel.Of([note], 0);
        Assert.Equal([new(100, -4096), new(400, -2048), new(600, 0)], bends);
        Assert.Equal(2, MidiControlChange.BendRangeOf(controls));
    }

    [Fact]
    public void Of_BentEnd_IsTakenBackBeforeTheNextNote()
    {
        ArrangedNote[] notes = [new(0, 500, 60, 90) { Bends = [new(0, 0), new(100, 1)] }, new(500, 900, 62, 90), new(900, 1000, 62, 90) { Bends = [new(0, 0.5)] }];
        Assert.Equal([new(100, 4096), new(500, 0), new(900, 2048), new(1000, 0)], PitchWheel.Of(notes, 0).Bends);
    }

    [Fact]
    public void Of_WideBend_WidensTheRange()
    {
        (IReadOnlyList<MidiPitchBend> bends, IReadOnlyList<MidiControlChange> controls) =
            PitchWheel.Of([new(0, 500, 60, 90) { Bends = [new(0, 4.2)] }], 3);
        Assert.Equal(5, MidiControlChange.BendRangeOf(controls));
        Assert.Equal((int)Math.Round(8192 * 4.2 / 5), bends[0].Value);
        Assert.All(controls, control => Assert.Equal(3, control.Channel));
    }

    [Fact]
    public void Of_DenseVibrato_IsThinnedButStaysWithinAFewCents()
    {
        double Vibrato(long ticks) => 0.4 * Math.Sin(ticks / 60.0);
        ArrangedNote note = new(0, 4000, 60, 90) { Bends = [.. Enumerable.Range(0, 4000).Select(ticks => new ArrangedBend(ticks, Vibrato(ticks)))] };
        IReadOnlyList<MidiPitchBend> bends = PitchWheel.Of([note], 0).Bends;
        Assert.InRange(bends.Count, 20, 400);
        for (long ticks = 0; ticks < 4000; ticks += 7)
        {
            double sent = bends.LastOrDefault(bend => bend.Ticks <= ticks)?.Value * 2 / 8192.0 ?? 0;
            Assert.Equal(Vibrato(ticks), sent, 0.12);
        }
    }

    [Fact]
    public void Of_NoBends_IsNothingAtAll()
    {
        (IReadOnlyList<MidiPitchBend> bends, IReadOnlyList<MidiControlChange> controls) =
            PitchWheel.Of([new(0, 500, 60, 90), new(500, 900, 60, 90) { Bends = [new(0, 0.01), new(5, double.NaN)] }], 0);
        Assert.Empty(bends);
        Assert.Empty(controls);
    }
}
