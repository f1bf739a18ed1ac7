using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Tests.Progress;

public sealed class JointProgressTests
{
    [Fact]
    public void Of_PartsInAnyOrder_MakeOneThatNeverGoesBack()
    {
        List<double> told = [];
        JointProgress joint = new(new Told(told), 0.75, 0.25);
        joint.Of(1)!.Report(1);
        joint.Of(0)!.Report(0.5);
        joint.Of(0)!.Report(0.2);
        joint.Of(0)!.Report(7);
        Assert.Equal([0.25, 0.625, 0.625, 1], told);
    }

    [Fact]
    public void Of_PartsOnManyThreads_EndsAtOne()
    {
        List<double> told = [];
        JointProgress joint = new(new Told(told), 0.25, 0.25, 0.25, 0.25);
        Parallel.For(0, 4, part => Array.ForEach([.. Enumerable.Range(0, 1001)], step => joint.Of(part)!.Report(step / 1000.0)));
        Assert.Equal(4 * 1001, told.Count);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1], 9);
    }

    [Fact]
    public void Of_NobodyListens_IsNothing() => Assert.Null(new JointProgress(null, 1).Of(0));

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
