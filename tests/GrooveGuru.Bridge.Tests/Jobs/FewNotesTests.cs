using GrooveGuru.Bridge.Jobs;

namespace GrooveGuru.Bridge.Tests.Jobs;

public class FewNotesTests
{
    [Theory]
    [InlineData(3, 180, "Only 3 notes were found in 3:00 min")]
    [InlineData(1, 20, "Only 1 note was found in 0:20 min")]
    public void Remark_HardlyANote_SaysHowMany(int count, double seconds, string expected) =>
        Assert.StartsWith(expected, FewNotes.Remark(count, seconds), StringComparison.Ordinal);

    [Theory]
    [InlineData(100, 180)]
    [InlineData(1, 5)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(1, double.NaN)]
    public void Remark_EnoughNotes_IsNone(int count, double seconds) => Assert.Null(FewNotes.Remark(count, seconds));
}
