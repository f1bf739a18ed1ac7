using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription;

public class NoteScoreTests
{
    private static readonly ScoredNote[] Reference = [new(0, 1, 60), new(1, 2, 62), new(2, 3, 64)];

    [Fact]
    public void Compare_WithItself_IsPerfect()
    {
        NoteScore score = NoteScore.Compare(Reference, Reference, withOffsets: true);
        Assert.Equal((1.0, 1.0, 1.0, 3), (score.Precision, score.Recall, score.F1, score.MatchedCount));
    }

    [Theory]
    [InlineData(0.05, 0, 1)]
    [InlineData(0.051, 0, 0)]
    [InlineData(-0.05, 0.5, 1)]
    [InlineData(0, 0.51, 0)]
    public void Compare_AtTheTolerance_CountsUpToIt(double late, double sharp, int matched) =>
        Assert.Equal(matched, NoteScore.Compare([new(1, 2, 60)], [new(1 + late, 2, 60 + sharp)]).MatchedCount);

    [Theory]
    [InlineData(1, 0.2, 1)]
    [InlineData(1, 0.21, 0)]
    [InlineData(0.1, 0.05, 1)]
    public void Compare_WithOffsets_TheToleranceIsAFifthOrFiftyMilliseconds(double length, double late, int matched) =>
        Assert.Equal(matched, NoteScore.Compare([new(0, length, 60)], [new(0, length + late, 60)], withOffsets: true).MatchedCount);

    [Fact]
    public void Compare_OneEstimateForTwoNotes_CountsOnce()
    {
        NoteScore score = NoteScore.Compare([new(0, 1, 60), new(0.04, 1, 60)], [new(0.02, 1, 60)]);
        Assert.Equal((1.0, 0.5), (score.Precision, score.Recall));
    }

    [Fact]
    public void Compare_CrossedChoices_FindsTheLargestMatching()
    {
        // The first reference fits both estimates, the second only the first: taking the nearest first would lose a pair.
        NoteScore score = NoteScore.Compare([new(1.00, 2, 60), new(0.96, 2, 60)], [new(1.0, 2, 60), new(1.04, 2, 60)]);
        Assert.Equal(2, score.MatchedCount);
    }

    [Fact]
    public void Compare_NoNotes_IsZero() => Assert.Equal(0, NoteScore.Compare([], Reference).F1);
}
