using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public class QuartilesTests
{
    [Fact]
    public void Of_FiveNumbers_ArePlacesOfTheOrder() => Assert.Equal(new Quartiles(5, 2, 3, 4), Quartiles.Of([5, 3, 1, 4, 2]));

    [Fact]
    public void Of_TwoNumbers_LieBetween() => Assert.Equal(new Quartiles(2, 1.25, 1.5, 1.75), Quartiles.Of([2, 1]));

    [Fact]
    public void Of_OneNumber_IsThatNumber() => Assert.Equal(new Quartiles(1, 7, 7, 7), Quartiles.Of([7]));

    [Fact]
    public void Of_NoNumbers_IsNull() => Assert.Null(Quartiles.Of([]));
}
