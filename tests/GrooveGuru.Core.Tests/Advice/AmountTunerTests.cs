using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Tests.Advice;

public class AmountTunerTests
{
    [Fact]
    public void Find_Linear_GivesTheLeastAmountThatIsEnough()
    {
        double? amount = AmountTuner.Find(Of(target: 3), before: 10, amount => 10 - amount);
        Assert.Equal(7, amount!.Value, 0.5);
        Assert.True(amount >= 7);
    }

    [Fact]
    public void Find_TargetOutOfReach_GivesTheLargest() =>
        Assert.Equal(12, AmountTuner.Find(Of(target: -50), 10, amount => 10 - amount));

    [Fact]
    public void Find_WrongDirection_GivesNothing() => Assert.Null(AmountTuner.Find(Of(target: 3), 10, amount => 10 + amount));

    [Fact]
    public void Find_NotMeasurable_GivesNothing() => Assert.Null(AmountTuner.Find(Of(target: 3), 10, _ => null));

    [Fact]
    public void Find_AlreadyThere_GivesNothing() => Assert.Null(AmountTuner.Find(Of(target: 10), 10, amount => 10 - amount));

    private static Tuning Of(double target) => new()
    {
        MeasureId = MeasureIds.LowEndExcessDb,
        Target = target,
        MinAmount = 1,
        MaxAmount = 12,
        Step = 0.5,
        ChainFor = _ => [],
    };
}
