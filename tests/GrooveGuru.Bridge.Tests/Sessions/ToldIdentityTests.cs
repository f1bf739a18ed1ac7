using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts.V1;
using CoreRole = GrooveGuru.Core.Semantics.Roles.TrackRole;

namespace GrooveGuru.Bridge.Tests.Sessions;

public class ToldIdentityTests
{
    [Fact]
    public void Read_OfNothing_TellsNothing()
    {
        Assert.Equal(ToldIdentity.None, ToldIdentity.Read(null));
        Assert.Equal(ToldIdentity.None, ToldIdentity.Read(new TrackIdentity()));
        Assert.Null(ToldIdentity.None.ToldRole);
    }

    [Fact]
    public void Read_OfAWholeIdentity_TellsAllOfIt()
    {
        ToldIdentity told = ToldIdentity.Read(
            new TrackIdentity { Name = " Bass\n2 ", Role = TrackRole.Bass, ColorArgb = 0, Number = 3 });

        Assert.Equal(new ToldIdentity("Bass2", TrackRole.Bass, 0, 3), told);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    public void Read_OfAnImpossiblePlace_LeavesItOut(int number)
        => Assert.Null(ToldIdentity.Read(new TrackIdentity { Number = number }).Number);

    [Theory]
    [InlineData(TrackRole.Unknown)]
    [InlineData((TrackRole)10)]
    [InlineData((TrackRole)(-1))]
    public void Read_OfARoleThatNobodyKnows_LeavesItOut(TrackRole role)
        => Assert.Null(ToldIdentity.Read(new TrackIdentity { Role = role }).ToldRole);

    [Fact]
    public void ToldRole_OfEachRoleOfTheContract_IsTheSameByName()
    {
        TrackRole[] tellable = [.. Enum.GetValues<TrackRole>().Where(role => role > TrackRole.Unknown)];

        Assert.Equal(
            tellable.Select(role => role.ToString()),
            tellable.Select(role => ToldIdentity.Read(new TrackIdentity { Role = role }).ToldRole.ToString()));
        Assert.Equal(Enum.GetValues<CoreRole>().Length - 1, tellable.Length);
    }

    [Fact]
    public void CleanName_OfALongName_IsCutBetweenCharacters()
    {
        Assert.Equal(new string('a', 199), ToldIdentity.CleanName(new string('a', 199) + "🎸🎸"));
        Assert.Equal(new string('a', 198) + "🎸", ToldIdentity.CleanName(new string('a', 198) + "🎸🎸"));
    }
}
