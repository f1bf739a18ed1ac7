using GrooveGuru.Core.Form;
using GrooveGuru.Core.Form.Evaluation;

namespace GrooveGuru.Core.Tests.Form.Evaluation;

public class BoundaryScoreTests
{
    private static SectionSegment[] Form(params double[] boundaries) =>
        [.. Enumerable.Range(0, boundaries.Length - 1).Select(i => new SectionSegment(boundaries[i], boundaries[i + 1], "A", 1))];

    [Theory]
    [InlineData(0.5, 3.0 / 5, 3.0 / 4)]
    [InlineData(3, 4.0 / 5, 1)]
    public void Compare_HandWorkedForm_UsesEachBoundaryOnce(double tolerance, double precision, double recall)
    {
        // 0–0, 40–40 and 10–10.5 within half a second; 20–22 and, with 22 taken, not 23 within three.
        BoundaryScore score = BoundaryScore.Compare(Form(0, 10, 20, 40), Form(0, 10.5, 22, 23, 40), tolerance);

        Assert.Equal(precision, score.Precision, 1e-9);
        Assert.Equal(recall, score.Recall, 1e-9);
        Assert.Equal(2 * precision * recall / (precision + recall), score.F1, 1e-9);
    }

    [Fact]
    public void Compare_EndsLeftOut_CountsTheInnerBoundaries()
    {
        Assert.Equal(new BoundaryScore(0.5, 1), BoundaryScore.Compare(Form(0, 10, 40), Form(0, 10, 30, 40), 0.5, trim: true));
        Assert.Equal(new BoundaryScore(1, 1), BoundaryScore.Compare(Form(0, 40), Form(0, 40), 0.5, trim: true));
        Assert.Equal(0, BoundaryScore.Compare(Form(0, 40), Form(0, 20, 40), 0.5, trim: true).F1);
    }
}
