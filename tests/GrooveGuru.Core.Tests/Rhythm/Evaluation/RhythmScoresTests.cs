using GrooveGuru.Core.Rhythm.Evaluation;

namespace GrooveGuru.Core.Tests.Rhythm.Evaluation;

/// <summary>The scores against examples worked by hand from mir_eval's definitions.</summary>
public class RhythmScoresTests
{
    [Theory]
    [InlineData(120, 120, true, true)]
    [InlineData(120, 124.7, true, true)]
    [InlineData(120, 125, false, false)]
    [InlineData(120, 115.3, true, true)]
    [InlineData(120, 60.5, false, true)]
    [InlineData(120, 241, false, true)]
    [InlineData(120, 40, false, true)]
    [InlineData(120, 360, false, true)]
    [InlineData(120, 90, false, false)]
    [InlineData(120, 0, false, false)]
    public void Tempo_AgainstTruth_IsJudgedWithinFourPercent(double truth, double found, bool first, bool second)
    {
        Assert.Equal(new TempoScore(first, second), TempoScore.Compare(truth, found));
    }

    [Fact]
    public void Events_ExactlyAtTheTolerance_Count()
    {
        Assert.Equal(2, EventScore.Compare([1.0, 10.1], [1.05, 10.05], 0.05).MatchedCount);
        Assert.Equal(0, EventScore.Compare([1.0], [1.0501], 0.05).MatchedCount);
    }

    [Fact]
    public void Events_OnePairEach_AreMatchedOneToOne()
    {
        // Both estimates lie near the first reference; one of them must be left over.
        EventScore score = EventScore.Compare([1.0, 2.0, 3.0], [0.96, 1.04, 2.02], 0.05);

        Assert.Equal(2, score.MatchedCount);
        Assert.Equal(2.0 / 3, score.Precision, 12);
        Assert.Equal(2.0 / 3, score.Recall, 12);
        Assert.Equal(2.0 / 3, score.FMeasure, 12);
    }

    [Fact]
    public void Events_AChainOfNeighbours_AreMatchedAsManyAsCanBe()
    {
        // The nearest partner of 1.00 is 1.03, but taking it would leave 1.06 without one.
        Assert.Equal(2, EventScore.Compare([1.00, 1.06], [0.96, 1.03], 0.05).MatchedCount);
        Assert.Equal(2, EventScore.Compare([1.06, 1.00], [1.03, 0.96], 0.05).MatchedCount);
    }

    [Fact]
    public void Events_NothingOnEitherSide_ScoreZero()
    {
        Assert.Equal(0, EventScore.Compare([], [1.0], 0.05).FMeasure);
        Assert.Equal(0, EventScore.Compare([1.0], [], 0.05).FMeasure);
        Assert.Equal(0, BeatScore.Compare([1, 2, 3], [1, 2, 3]).Events.FMeasure);
    }

    [Fact]
    public void Onsets_OfOneChord_AreMergedIntoTheirMean()
    {
        IReadOnlyList<double> merged = OnsetScore.Merged([2.0, 1.0, 1.02, 1.035, 2.03]);

        Assert.Equal([1.01, 1.035, 2.015], merged.Select(onset => Math.Round(onset, 9)));
    }

    [Fact]
    public void Beats_Right_ScoreOneInAllMeasures()
    {
        double[] beats = Beats(0.5, 0.0, 20);

        BeatScore score = BeatScore.Compare(beats, [.. beats.Select(beat => beat + 0.02)]);

        Assert.Equal(1, score.Events.FMeasure, 12);
        Assert.Equal(1, score.SameLevelContinuity, 12);
        Assert.Equal(1, score.AnyLevelContinuity, 12);
    }

    [Fact]
    public void Beats_AtDoubleTempo_AreHalfRightAndContinuousAtAnotherLevel()
    {
        double[] beats = Beats(0.5, 5.0, 15.0);

        BeatScore score = BeatScore.Compare(beats, Beats(0.25, 5.0, 15.0));

        // 21 reference beats, 41 estimates, 21 pairs.
        Assert.Equal(2 * 21.0 / (21 + 41), score.Events.FMeasure, 12);
        Assert.Equal(0, score.SameLevelContinuity, 12);
        Assert.Equal(1, score.AnyLevelContinuity, 12);
    }

    [Fact]
    public void Beats_OffTheBeat_AreWrongButContinuousAtAnotherLevel()
    {
        BeatScore score = BeatScore.Compare(Beats(0.5, 5.0, 15.0), Beats(0.5, 5.25, 14.75));

        Assert.Equal(0, score.Events.FMeasure);
        Assert.Equal(0, score.SameLevelContinuity);
        Assert.Equal(1, score.AnyLevelContinuity, 12);
    }

    [Fact]
    public void Beats_OneMissing_BreaksTheChainOnce()
    {
        double[] beats = Beats(0.5, 5.0, 15.0);

        BeatScore score = BeatScore.Compare(beats, [.. beats.Where((_, index) => index != 10)]);

        // 20 of 21 are there; the one after the gap comes a whole beat too late to follow on.
        Assert.Equal(40.0 / 41, score.Events.FMeasure, 12);
        Assert.Equal(19.0 / 21, score.SameLevelContinuity, 12);
    }

    private static double[] Beats(double periodSeconds, double firstSeconds, double lastSeconds) =>
        [.. Enumerable.Range(0, (int)Math.Round((lastSeconds - firstSeconds) / periodSeconds) + 1).Select(beat => firstSeconds + (beat * periodSeconds))];
}
