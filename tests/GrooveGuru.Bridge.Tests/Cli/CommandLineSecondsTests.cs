using GrooveGuru.Bridge.Cli;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class CommandLineSecondsTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("1.5", 1.5)]
    [InlineData("0", 0)]
    [InlineData("1:30", 90)]
    [InlineData("1:02:03.5", 3723.5)]
    public void TryParse_Time_IsSeconds(string text, double seconds)
    {
        Assert.True(Seconds.TryParse(text, out double read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("1e400")]
    [InlineData("1:60")]
    [InlineData("1:")]
    [InlineData("1.5:00")]
    [InlineData("1:2:3:4")]
    public void TryParse_NoTime_IsRefused(string text) => Assert.False(Seconds.TryParse(text, out _));
}
