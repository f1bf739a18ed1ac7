using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class NoteLengthTests
{
    [Theory]
    [InlineData(NoteValue.Whole, 120, 2000)]
    [InlineData(NoteValue.Quarter, 120, 500)]
    [InlineData(NoteValue.DottedEighth, 120, 375)]
    [InlineData(NoteValue.EighthTriplet, 90, 222.2222)]
    [InlineData(NoteValue.Sixteenth, 150, 100)]
    public void Ms_NoteAtTempo_IsItsShareOfTheBeat(NoteValue note, double tempoBpm, double expectedMs) =>
        Assert.Equal(expectedMs, NoteLength.Ms(note, tempoBpm), 1e-3);

    [Fact]
    public void Beats_EveryNoteValue_GetShorter()
    {
        double[] beats = [.. Enum.GetValues<NoteValue>().Select(NoteLength.Beats)];
        Assert.Equal(beats.OrderDescending(), beats);
        Assert.Equal(beats.Length, beats.Distinct().Count());
    }
}
