using GrooveGuru.Core.Tonality;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Core.Tests.Tonality.Evaluation;

public class ChordScoreTests
{
    private static ChordSegment At(double start, double end, string label) => new(start, end, label, 1);

    [Fact]
    public void Compare_HandWorkedPiece_CountsTheSharedTime()
    {
        // Of 9 scored seconds right are: C 0–2, Am for 1 of 2 s, G7 as G for 2 s, and 1 s of N that the estimate leaves open; "?" does not count.
        ChordSegment[] truth = [At(0, 2, "C"), At(2, 4, "Am"), At(4, 6, "G7"), At(6, 8, "?"), At(8, 10, "F"), At(10, 11, "N")];
        ChordSegment[] estimate = [At(0, 3, "C"), At(3, 4, "Am7"), At(4, 9, "G"), At(9, 10, "Fm")];

        ChordScore score = ChordScore.Compare(truth, estimate);

        Assert.Equal(9, score.ScoredSeconds, 1e-9);
        Assert.Equal(6.0 / 9, score.TriadRecall!.Value, 1e-9);
    }

    [Fact]
    public void Compare_NothingToScore_GivesNoRecall() => Assert.Equal(new ChordScore(null, 0), ChordScore.Compare([At(0, 1, "Bdim")], [At(0, 1, "Bdim")]));
}
