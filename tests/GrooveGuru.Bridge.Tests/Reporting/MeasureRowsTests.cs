using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using FeatureIds = GrooveGuru.Core.Features.FeatureIds;

namespace GrooveGuru.Bridge.Tests.Reporting;

public class MeasureRowsTests
{
    [Fact]
    public void Features_CoefficientsThatNoEarHears_StandWithThoseForPrograms()
    {
        TrackReport report = Report();
        Assert.Equal([FeatureIds.MfccBass, FeatureIds.Rms], MeasureRows.Features(report).Select(row => row.Name));
        Assert.Equal(["mfcc_7", FeatureIds.MfccMid, FeatureIds.MfccTreble], MeasureRows.Coefficients(report).Select(row => row.Name));
    }

    [Fact]
    public void Level_LoudnessIsKnown_IsSaidOnceAndBesideTheLoudness()
    {
        TrackReport report = Report();
        Assert.Equal("quiet", Words(report, FeatureIds.Rms));

        report.Extended = new ExtendedMeasures { IntegratedLufs = -14.2 };
        Assert.Equal("", Words(report, FeatureIds.Rms));
        Assert.Equal("loud", MeasureRows.Loudness(report.Extended).First().Words);
        Assert.Equal("too short or silent", MeasureRows.Loudness(new ExtendedMeasures()).First().Words);
    }

    private static string Words(TrackReport report, string id) => MeasureRows.Features(report).Single(row => row.Name == id).Words;

    private static TrackReport Report()
    {
        TrackReport report = new() { Extended = new ExtendedMeasures() };
        foreach (string id in (string[])["mfcc_7", FeatureIds.MfccBass, FeatureIds.MfccMid, FeatureIds.MfccTreble, FeatureIds.Rms])
        {
            report.Features.Add(new FeatureValue { Id = id, Name = id, Value = 1, Unit = "dB" });
            report.Meanings.Add(new FeatureMeaning { FeatureId = id, Word = "quiet" });
        }

        return report;
    }
}
