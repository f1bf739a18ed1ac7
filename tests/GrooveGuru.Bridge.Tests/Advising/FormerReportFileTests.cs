using GrooveGuru.Bridge.Advising;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Errors;
using Advised = GrooveGuru.Core.Advice.FollowUps;

namespace GrooveGuru.Bridge.Tests.Advising;

public sealed class FormerReportFileTests : IDisposable
{
    private const string Written = "RECOMMENDATION_STATUS_OPEN";
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("dismissed", Core.Advice.RecommendationStatus.Dismissed)]
    [InlineData("tried_by_user", Core.Advice.RecommendationStatus.TriedByUser)]
    [InlineData("open", Core.Advice.RecommendationStatus.Open)]
    [InlineData("RECOMMENDATION_STATUS_DISMISSED", Core.Advice.RecommendationStatus.Dismissed)]
    [InlineData("RECOMMENDATION_STATUS_IMPROVED", Core.Advice.RecommendationStatus.Improved)]
    public void Read_StatusByHandOrOfTheContract_IsTaken(string status, Core.Advice.RecommendationStatus expected) =>
        Assert.Equal(expected, Assert.Single(Read(status).Promises).Status);

    [Fact]
    public void Read_DismissedByHand_IsDismissed() => Assert.Equal(["eq.low_mids"], Read("dismissed").Dismissed);

    [Theory]
    [InlineData("dismised")]
    [InlineData("")]
    public void Read_UnknownStatus_SaysWhichThereAre(string status)
    {
        GrooveGuruException error = Assert.Throws<GrooveGuruException>(() => Read(status));
        Assert.Contains($"\"{status}\" is no status", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("may be open, tried_by_user, dismissed.", error.Message, StringComparison.Ordinal);
    }

    private Advised.FormerAdvice Read(string status)
    {
        TrackReport report = new()
        {
            Extended = new ExtendedMeasures(),
            Role = new RoleEstimate(),
            Sketch = new AudioSketch { HopSeconds = Advised.AudioSketch.HopSeconds, DurationSeconds = 1 },
        };
        report.Recommendations.Add(new Recommendation
        {
            Id = "eq.low_mids",
            Status = RecommendationStatus.Open,
            Expects = { new Expectation { FeatureId = "integrated_lufs", From = -20, To = -18 } },
        });
        using MemoryStream json = new();
        ReportJson.Write(json, [report]);
        string text = System.Text.Encoding.UTF8.GetString(json.ToArray());
        Assert.Contains(Written, text, StringComparison.Ordinal);
        File.WriteAllText(_path, text.Replace(Written, status, StringComparison.Ordinal));
        return FormerReportFile.Read(_path);
    }
}
