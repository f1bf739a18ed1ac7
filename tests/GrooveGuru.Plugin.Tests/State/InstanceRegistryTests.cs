using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Tests.State;

public class InstanceRegistryTests
{
    [Fact]
    public void Id_OfASavedInstance_IsTakenOver()
    {
        string saved = Guid.NewGuid().ToString("D");
        string own = InstanceRegistry.TakeNew();

        Assert.Equal(saved, InstanceRegistry.Change(own, saved));
        InstanceRegistry.Return(saved);
    }

    [Fact]
    public void Id_OfADuplicatedTrack_StaysItsOwn()
    {
        string original = InstanceRegistry.TakeNew();
        string copy = InstanceRegistry.TakeNew();

        Assert.Equal(copy, InstanceRegistry.Change(copy, original));
        InstanceRegistry.Return(original);
        InstanceRegistry.Return(copy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("track 1")]
    [InlineData("{0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55}")]
    public void Id_ThatIsNone_IsNotTaken(string saved)
    {
        string own = InstanceRegistry.TakeNew();

        Assert.Equal(own, InstanceRegistry.Change(own, saved));
        InstanceRegistry.Return(own);
    }
}
