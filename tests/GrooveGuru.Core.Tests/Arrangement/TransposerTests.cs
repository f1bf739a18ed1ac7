using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class TransposerTests
{
    [Theory]
    [InlineData(60, 7, 67, 0)]
    [InlineData(60, -60, 0, 0)]
    [InlineData(120, 12, 120, 1)]
    [InlineData(127, 1, 116, 1)]
    [InlineData(3, -5, 10, 1)]
    [InlineData(0, -30, 6, 1)]
    [InlineData(100, 48, 124, 1)]
    public void Transpose_Note_LandsThereOrInTheNearestOctave(int pitch, int semitones, int expected, int folded)
    {
        (IReadOnlyList<ArrangedNote> notes, int count) = Transposer.Transpose([new ArrangedNote(0, 10, pitch, 90)], semitones);
        Assert.Equal((expected, folded), (notes[0].Pitch, count));
    }
}
