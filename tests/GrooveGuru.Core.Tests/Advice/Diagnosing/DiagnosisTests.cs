using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Core.Tests.Advice.Diagnosing;

public class DiagnosisTests
{
    [Fact]
    public void Chance_OfAllAndClean_SumToOne()
    {
        foreach (bool isFast in new[] { false, true })
        {
            double[] logOdds = Random(1);
            var diagnosis = Diagnosis.Of(logOdds, isFast);
            double clean = 1 - Enum.GetValues<FaultKind>().Sum(diagnosis.Chance);
            Assert.InRange(clean, 0, 1);

            // What the sum leaves is the clean track's own share.
            double dull = FaultModel.Cases.Select((made, at) => made.Kind == FaultKind.DullTop ? Math.Exp(logOdds[at + 1]) : 0).Sum();
            Assert.Equal(Math.Exp(logOdds[0]) / dull, clean / diagnosis.Chance(FaultKind.DullTop), 1e-6);
        }
    }

    [Fact]
    public void Chance_ReverbOfASlowTrack_IsNoneAndGoesToTheOthers()
    {
        (string, double)[] cases = [("reverb_wash/strong", 0.5), ("dull_top/medium", 0.25)];
        Diagnosis slow = Diagnoses.Of(cases), fast = Diagnoses.OfFast(cases);

        Assert.Equal(0, slow.Chance(FaultKind.ReverbWash));
        Assert.Equal(0.5, slow.Chance(FaultKind.DullTop), 1e-9);

        // Among fast tracks it is as much likelier as they are fewer.
        Assert.True(fast.Chance(FaultKind.ReverbWash) > 0.5);
        Assert.True(fast.Chance(FaultKind.DullTop) < 0.25);
    }

    [Fact]
    public void Rank_OfFaults_CountsTheLikelier()
    {
        Diagnosis diagnosis = Diagnoses.Of(("clipping/weak", 0.2), ("clipping/strong", 0.2), ("dull_top/medium", 0.3), ("sub_rumble/weak", 0.1));
        Assert.Equal(1, diagnosis.Rank(FaultKind.Clipping));
        Assert.Equal(2, diagnosis.Rank(FaultKind.DullTop));
        Assert.Equal(3, diagnosis.Rank(FaultKind.SubRumble));
        Assert.True(diagnosis.Rank(FaultKind.TooLoud) > 3);
    }

    [Fact]
    public void Amount_AnyOdds_LiesWithinTheStrengths()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var diagnosis = Diagnosis.Of(Random(seed), isFast: true);
            foreach (IGrouping<FaultKind, FaultCase> kind in FaultModel.Cases.GroupBy(made => made.Kind))
            {
                double[] amounts = [.. kind.Select(made => double.IsInfinity(made.Amount) ? -24
                    : made.Kind == FaultKind.OverCompression && made.Amount == 0 ? 16 : made.Amount)];
                Assert.InRange(diagnosis.Amount(kind.Key), amounts.Min() - 1e-9, amounts.Max() + 1e-9);
            }
        }
    }

    [Theory]
    [InlineData("dull_top/weak", "dull_top/weak", -3)]
    [InlineData("dull_top/strong", "dull_top/strong", -9)]
    [InlineData("dull_top/medium", "dull_top/strong", -7.5)] // both half undone: their mean
    [InlineData("narrow_image/strong", "narrow_image/strong", -24)]
    [InlineData("over_compression/strong", "over_compression/strong", 16)]
    [InlineData("sub_rumble/medium", "sub_rumble/strong", -15)]
    public void Amount_OfOneOrTwoStrengths_IsWhatUndoesBoth(string first, string second, double expected)
    {
        Diagnosis diagnosis = Diagnoses.Of((first, 0.4), (second, first == second ? 0 : 0.4));
        Assert.Equal(expected, diagnosis.Amount(FaultCatalogue.All.Single(made => made.Id == first).Kind), 0.01);
    }

    [Fact]
    public void Amount_OfTwoThatNoAmountUndoes_UndoesTheLikelier()
    {
        // 3 and 9 dB: what takes half of the one leaves more than half of the other, or overdoes it.
        double amountDb = Diagnoses.Of(("muddy_low_mids/weak", 0.05), ("muddy_low_mids/strong", 0.6)).Amount(FaultKind.MuddyLowMids);
        Assert.InRange(amountDb, 9 - (0.42 * 9), 9);

        // Half of a side that is 6 dB down is 50 % of it; of one that is gone, 24 dB stand for all of it.
        double sideDb = Diagnoses.Of(("narrow_image/weak", 0.6), ("narrow_image/strong", 0.05)).Amount(FaultKind.NarrowImage);
        Assert.InRange(sideDb, -9, -3);
    }

    [Fact]
    public void None_OfAnyFault_KnowsNothing() => Assert.All(Enum.GetValues<FaultKind>(), kind =>
    {
        Assert.Equal(0, Diagnosis.None.Chance(kind));
        Assert.Equal(0, Diagnosis.None.Amount(kind));
    });

    private static double[] Random(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, FaultModel.Cases.Count + 1).Select(_ => 4 * random.NextDouble())];
    }
}
