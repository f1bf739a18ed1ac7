using GrooveGuru.Core.Semantics.Judgements;

namespace GrooveGuru.Core.Tests.Semantics.Judgements;

public class JudgementTextTests
{
    private static readonly double[] Bounds = [0.45, 0.75, 0.97];

    [Fact]
    public void Write_NoFault_SaysWhatWasLookedAt()
    {
        string said = JudgementText.Write(Quality(1));
        Assert.StartsWith("No clipping, offset, noise or phase fault was measured.", said, StringComparison.Ordinal);
        Assert.Contains("advice", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HardlyAFault_NamesItAndSpeaksOfNoMiddle()
    {
        string said = JudgementText.Write(Quality(0.99, new JudgementSign("true_peak_dbtp", "True peak", 0.15, "dBTP", -0.01)));
        Assert.StartsWith("Hardly a fault: true peak 0.15 dBTP.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("middle", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Abbreviation_KeepsItsCapitals() => Assert.Equal(
        "Lowered by DC offset 0.20 of full scale, true peak 3 dBTP.",
        JudgementText.Write(Quality(
            0.5,
            new JudgementSign("dc_offset", "DC offset", 0.2, "of full scale", -0.3),
            new JudgementSign("true_peak_dbtp", "True peak", 3, "dBTP", -0.2))));

    [Fact]
    public void Write_NothingPulledFromTheMiddle_SaysSo() => Assert.Equal(
        "Everything lies near the middle.",
        JudgementText.Write(Judgement<MusicalComplexity>.Of(0.5, [0.4, 0.6], [new JudgementSign("attacks", "Attacks", 2, "per s", 0.001)])));

    private static Judgement<ProductionQuality> Quality(double value, params JudgementSign[] signs) =>
        Judgement<ProductionQuality>.Of(value, Bounds, signs, countsFaults: true);
}
