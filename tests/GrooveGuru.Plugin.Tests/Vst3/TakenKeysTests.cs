using GrooveGuru.Plugin.Vst3;

namespace GrooveGuru.Plugin.Tests.Vst3;

public class TakenKeysTests
{
    [Fact]
    public void End_OfAKeyThatWasTaken_IsTakenOnce()
    {
        TakenKeys keys = new();
        Assert.True(keys.Press('\0', 4, isTaken: true));

        Assert.True(keys.Release('\0', 4));
        Assert.False(keys.Release('\0', 4));
    }

    [Fact]
    public void End_OfAKeyThatWasNotTaken_IsTheHosts()
    {
        TakenKeys keys = new();
        Assert.False(keys.Press(' ', 7, isTaken: false));

        Assert.False(keys.Release(' ', 7));
    }

    [Fact]
    public void End_AfterShiftWasLetGo_IsOfTheSameKey()
    {
        TakenKeys keys = new();
        keys.Press('A', 0, isTaken: true);

        Assert.True(keys.Release('a', 0));
    }
}
