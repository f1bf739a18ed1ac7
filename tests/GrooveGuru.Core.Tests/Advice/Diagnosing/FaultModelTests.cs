using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Advice.Signs;

namespace GrooveGuru.Core.Tests.Advice.Diagnosing;

public class FaultModelTests
{
    private static readonly float[] Signs = [1, -2, 40];

    [Fact]
    public void LogOdds_SmallModel_IsWhatTheFormulaSays()
    {
        // Standardised: (1 - 0.5) * 2 = 1; (-2 - 0) * 1 = -2; 40 is cut to five deviations.
        double hidden = Math.Tanh((0.5 * 1) + (0.25 * -2) + (0.125 * 5) - 0.5);
        double odds = (2 * hidden) + (1 * 1) + (0 * -2) + (0.5 * 5) + 0.25;
        Assert.Equal((3 * odds) + 0.75, Small().LogOdds(Signs)[0], 1e-5);
        Assert.Equal((3 * -0.5) - 1, Small().LogOdds(Signs)[1], 1e-5);
    }

    [Fact]
    public void Read_WhatWasWritten_SaysTheSame()
    {
        using var stream = new MemoryStream();
        Small().Write(stream);
        stream.Position = 0;
        Assert.Equal(Small().LogOdds(Signs), FaultModel.Read(stream).LogOdds(Signs));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Read_CutOff_Throws()
    {
        using var stream = new MemoryStream();
        Small().Write(stream);
        stream.SetLength(stream.Length - 1);
        stream.Position = 0;
        Assert.Throws<EndOfStreamException>(() => FaultModel.Read(stream));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void LogOdds_OtherCountOfSigns_Throws(int count) =>
        Assert.Throws<ArgumentException>(() => Small().LogOdds(new float[count]));

    [Fact]
    public void Calibrated_OtherSlopeAndShift_ChangesNothingElse()
    {
        double[] before = Small().LogOdds(Signs), after = Small().Calibrated(1, [0, 0]).LogOdds(Signs);
        Assert.Equal((before[0] - 0.75) / 3, after[0], 1e-5);
        Assert.Equal((before[1] + 1) / 3, after[1], 1e-5);
    }

    [Fact]
    public void Chances_OfHugeOdds_AreFiniteAndSumToOne()
    {
        double[] chances = FaultModel.Chances([1000, 999, -1000]);
        Assert.Equal(1, chances.Sum(), 1e-12);
        Assert.Equal(Math.E, chances[0] / chances[1], 1e-9);
    }

    [Fact]
    public void Shipped_SignsOfAMix_AreAllItReads()
    {
        TrackSigns signs = TrackSigns.Measure(HealthyMix.Copy(), AdviceTests.Analyze(HealthyMix.Copy()));
        double[] logOdds = FaultModel.Shipped.LogOdds([.. signs.Values]);
        Assert.Equal(FaultModel.Cases.Count + 1, logOdds.Length);
        Assert.All(logOdds, odds => Assert.True(double.IsFinite(odds)));
        Assert.Throws<ArgumentException>(() => FaultModel.Shipped.LogOdds([.. signs.Values, 0]));
    }

    // Three signs, one hidden unit, two classes; weights that half precision holds exactly.
    private static FaultModel Small() => new(
        mean: [0.5f, 0, 10],
        perDeviation: [2, 1, 1],
        hidden: [[0.5f, 0.25f, 0.125f, -0.5f]],
        outputs: [[2, 1, 0, 0.5f, 0.25f], [0, 0, 0, 0, -0.5f]],
        slope: 3,
        shift: [0.75f, -1]);
}
