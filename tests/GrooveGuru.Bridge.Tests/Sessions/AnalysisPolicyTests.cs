using GrooveGuru.Bridge.Sessions;

namespace GrooveGuru.Bridge.Tests.Sessions;

public sealed class AnalysisPolicyTests
{
    [Theory]
    [InlineData(0.5, 0, true, false, 9, nameof(AnalysisKind.None))] // too little
    [InlineData(30, 30, false, false, 9, nameof(AnalysisKind.None))] // nothing new
    [InlineData(3, 0, true, true, 0, nameof(AnalysisKind.None))] // playing, too early
    [InlineData(6, 0, true, true, 0, nameof(AnalysisKind.Provisional))]
    [InlineData(11, 6, true, true, 0, nameof(AnalysisKind.None))] // not twice as much yet
    [InlineData(12, 6, true, true, 0, nameof(AnalysisKind.Provisional))]
    [InlineData(3, 0, true, false, 0, nameof(AnalysisKind.Final))] // stopped
    [InlineData(3, 0, true, true, 1.5, nameof(AnalysisKind.Final))] // the host calls no more
    public void Decide_State_Kind(
        double heardSeconds, double analysedSeconds, bool hasNews, bool playing, double quietSeconds, string expected) =>
        Assert.Equal(
            expected, AnalysisPolicy.Decide(heardSeconds, analysedSeconds, hasNews, playing, quietSeconds, followed: false).ToString());

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 6)]
    public void Decide_TwoHoursOfPlaying_WorkStaysWithinAFewTimesTheLastAnalysis(bool followed, double times)
    {
        double analysed = 0;
        double work = 0;
        for (double heard = 0; heard <= 7200; heard += 0.25)
        {
            if (AnalysisPolicy.Decide(heard, analysed, hasNews: true, playing: true, quietSeconds: 0, followed) == AnalysisKind.Provisional)
            {
                work += heard;
                analysed = heard;
            }
        }

        Assert.InRange(work, analysed, times * analysed);
    }
}
