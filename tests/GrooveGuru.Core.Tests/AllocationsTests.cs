namespace GrooveGuru.Core.Tests;

public class AllocationsTests
{
    private static object? _kept;

    [Fact]
    public void OfLeastPass_AllocatingEachTime_IsSeen() => Assert.InRange(Allocations.OfLeastPass(() => _kept = new byte[100]), 100, 200);

    [Fact]
    public void OfLeastPass_AllocatingOnce_IsNothing()
    {
        int passes = 0;
        Assert.Equal(0, Allocations.OfLeastPass(() =>
        {
            if (++passes == 2)
            {
                _kept = new byte[100];
            }
        }));
        Assert.Equal(3, passes);
    }
}
