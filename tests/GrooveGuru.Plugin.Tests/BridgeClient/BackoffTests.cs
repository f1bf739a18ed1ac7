using GrooveGuru.Plugin.BridgeClient;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

public class BackoffTests
{
    [Fact]
    public void Times_OfManyAttempts_DoubleUpToTheLongest()
    {
        Backoff backoff = new(new Random(1));
        double[] expected = [0.25, 0.5, 1, 2, 4, 8, 8, 8];
        foreach (double seconds in expected)
        {
            Assert.InRange(backoff.Next().TotalSeconds, 0.75 * seconds, 1.25 * seconds);
        }

        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.1875, 0.3125);
    }

    [Fact]
    public void Times_OfTwoInstances_Differ()
        => Assert.NotEqual(new Backoff(new Random(1)).Next(), new Backoff(new Random(2)).Next());
}
