using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Tests.Advice;

public class RuleConfidenceTests
{
    [Fact]
    public void Of_FurtherOverTheThreshold_IsNeverLess() => Prop.ForAll<int, int, int>((a, b, c) =>
    {
        double low = Math.Min(a, b) / 10.0;
        double high = Math.Max(a, b) / 10.0;
        double certainty = Math.Abs((double)(c % 101)) / 100;
        double less = RuleConfidence.Of(low, 4, certainty);
        double more = RuleConfidence.Of(high, 4, certainty);
        return less <= more && less >= 0 && more <= 0.95;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_SurerMeasure_IsMoreConfident() => Assert.True(RuleConfidence.Of(3, 4, 0.9) > RuleConfidence.Of(3, 4, 0.5));
}
