using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Dsp;

public class PiecewiseLinearTests
{
    [Theory]
    [InlineData(-1, 0.1)]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.2)]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.6)]
    [InlineData(4, 0.9)]
    [InlineData(9, 0.9)]
    public void At_AnyPosition_LiesOnTheLine(double position, double expected) =>
        Assert.Equal(expected, new PiecewiseLinear([0, 2, 4], [0.1, 0.3, 0.9]).At(position), 1e-12);
}
