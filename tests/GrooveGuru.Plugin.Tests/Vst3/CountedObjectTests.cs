using GrooveGuru.Plugin.Vst3;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

public unsafe class CountedObjectTests
{
    [Fact]
    public void Object_WithItsLastReference_EndsOnce()
    {
        Counted counted = new(static _ => { });
        Assert.Equal(2u, counted.AddReference());
        Assert.Equal(1u, counted.ReleaseReference());
        Assert.Equal(0, counted.Ends);

        Assert.Equal(0u, counted.ReleaseReference());

        Assert.Equal(1, counted.Ends);
    }

    [Fact]
    public void Host_ThatTakesAndGivesBackWhileItEnds_EndsItOnce()
    {
        List<uint> counts = [];
        Counted counted = new(ending =>
        {
            counts.Add(ending.AddReference());
            counts.Add(ending.ReleaseReference());
        });

        counted.ReleaseReference();

        Assert.Equal(1, counted.Ends);
        Assert.Equal([1u, 0u], counts);
    }

    [Fact]
    public void Host_ThatKeepsAReferenceBeyondTheEnd_StillHasAnObject()
    {
        Counted counted = new(static ending => ending.AddReference());
        counted.ReleaseReference();
        void* identity = counted.Identity;

        Tuid id = InterfaceIds.Unknown;
        void* found = null;
        Assert.Equal(Result.Ok, CountedObject.From(identity).QueryInterface(&id, &found));
        Assert.True(found == identity);
        Assert.Equal(1u, counted.ReleaseReference());
        Assert.Equal(0u, counted.ReleaseReference());
        Assert.Equal(1, counted.Ends);
    }

    [Fact]
    public void Interface_ThatIsNotThere_IsNotGiven()
    {
        Counted counted = new(static _ => { });
        Tuid id = InterfaceIds.PlugView;
        void* found = (void*)1;

        Assert.Equal(Result.NoInterface, counted.QueryInterface(&id, &found));
        Assert.True(found == null);
        Assert.Equal(Result.InvalidArgument, counted.QueryInterface(null, &found));
        Assert.Equal(Result.InvalidArgument, counted.QueryInterface(&id, null));
        counted.ReleaseReference();
    }

    private sealed class Counted(Action<CountedObject> whileEnding) : CountedObject(0)
    {
        public int Ends { get; private set; }

        public void* Identity => Slot(0);

        protected override int SlotFor(Tuid id) => id == InterfaceIds.Unknown ? 0 : -1;

        protected override void End()
        {
            Ends++;
            whileEnding(this);
        }
    }
}
