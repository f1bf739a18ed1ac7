using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Tests.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.Diagnostics;

public class FaultTallyTests
{
    private readonly ManualTime _time = new();
    private readonly FaultTally _tally;

    public FaultTallyTests() => _tally = new FaultTally(_time);

    [Fact]
    public void Fault_ThatComesAgainWithinAMinute_IsLoggedOnceAndThenWithItsNumber()
    {
        Assert.Equal("paint: stack", _tally.Count("paint", "paint: stack"));
        for (int again = 0; again < 1000; again++)
        {
            Assert.Null(_tally.Count("paint", "paint: stack"));
        }

        _time.Advance(FaultTally.Pause);

        Assert.Equal("paint: stack (1000 more of these since it was logged last)", _tally.Count("paint", "paint: stack"));
        _time.Advance(FaultTally.Pause);
        Assert.Equal("paint: stack", _tally.Count("paint", "paint: stack"));
    }

    [Fact]
    public void Fault_OfAnotherKind_IsLoggedBesideIt()
    {
        _tally.Count("paint", "paint: stack");

        Assert.Equal("getState: stack", _tally.Count("getState", "getState: stack"));
    }

    [Fact]
    public void Rest_OfWhatWasNotLogged_IsTakenOnce()
    {
        _tally.Count("paint", "full");
        _tally.Count("paint", "full");
        _tally.Count("paint", "full");

        Assert.Equal(["paint: 2 more of these"], _tally.TakeUnlogged());
        Assert.Empty(_tally.TakeUnlogged());
        Assert.Null(_tally.Count("paint", "full"));
    }

    [Fact]
    public void Kinds_WithoutEnd_TakeNoMemoryWithoutEnd()
    {
        int logged = Enumerable.Range(0, 10_000).Count(kind => _tally.Count($"kind {kind}", "full") is not null);

        Assert.Equal(FaultTally.MaxKinds + 1, logged);
    }
}
