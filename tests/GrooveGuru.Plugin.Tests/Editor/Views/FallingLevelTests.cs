using GrooveGuru.Plugin.Editor.Views.Meters;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

public sealed class FallingLevelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Take_TheSameTimeInAnyNumberOfFrames_FallsAsFar(int frames)
    {
        FallingLevel level = new() { FallDbPerSecond = 24, HoldSeconds = 1 };
        level.Take(-6, 0);
        for (int frame = 0; frame < frames; frame++)
        {
            Assert.True(level.Take(-50, 1.5 / frames));
        }

        Assert.Equal(-18, level.ShownDb, 1e-9);
    }

    [Fact]
    public void Take_WithinTheHold_StaysAndAHigherLevelHoldsAnew()
    {
        FallingLevel level = new() { FallDbPerSecond = 24, HoldSeconds = 1 };
        level.Take(-20, 0);
        Assert.True(level.Take(-40, 0.99));
        Assert.Equal(-20, level.ShownDb);
        Assert.False(level.Take(-3, 0.5));
        level.Take(-40, 1);
        Assert.Equal(-3, level.ShownDb);
        level.Take(-40, 0.5);
        Assert.Equal(-15, level.ShownDb, 1e-9);
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(-300)]
    public void Take_Silence_EndsAtTheFloor(double silence)
    {
        FallingLevel level = new() { FallDbPerSecond = 120 };
        level.Take(0, 0);
        Assert.True(level.Take(silence, 0.1));
        Assert.Equal(-12, level.ShownDb, 1e-9);
        Assert.False(level.Take(silence, 10));
        Assert.Equal(MeterScale.FloorDb, level.ShownDb);
    }
}
