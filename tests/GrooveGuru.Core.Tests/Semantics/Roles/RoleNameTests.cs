using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Tests.Semantics.Roles;

public class RoleNameTests
{
    [Theory]
    [InlineData("Kick", TrackRole.Drums)]
    [InlineData("BD", TrackRole.Drums)]
    [InlineData("Snr", TrackRole.Drums)]
    [InlineData("OH L", TrackRole.Drums)]
    [InlineData("Kick Sub", TrackRole.Drums)]
    [InlineData("Bass Drum", TrackRole.Drums)]
    [InlineData("Drum Bus", TrackRole.Drums)]
    [InlineData("Hi-Hat 2", TrackRole.Drums)]
    [InlineData("batería.wav", TrackRole.Drums)]
    [InlineData("Schlagzeug", TrackRole.Drums)]
    [InlineData("ドラム", TrackRole.Drums)]
    [InlineData("Bass DI", TrackRole.Bass)]
    [InlineData("Bass Gtr", TrackRole.Bass)]
    [InlineData("Synth Bass", TrackRole.Bass)]
    [InlineData("Бас", TrackRole.Bass)]
    [InlineData("LdVox", TrackRole.Vocal)]
    [InlineData("Backing vox", TrackRole.Vocal)]
    [InlineData("BGVs R", TrackRole.Vocal)]
    [InlineData("Gesang", TrackRole.Vocal)]
    [InlineData("Rhodes", TrackRole.Keys)]
    [InlineData("Pno", TrackRole.Keys)]
    [InlineData("EP", TrackRole.Keys)]
    [InlineData("Git", TrackRole.Guitar)]
    [InlineData("Lead Gtr 01", TrackRole.Guitar)]
    [InlineData("Str", TrackRole.Pad)]
    [InlineData("Synth Ld", TrackRole.Lead)]
    [InlineData("Alto Sax", TrackRole.Lead)]
    [InlineData("Bass Clarinet", TrackRole.Lead)]
    [InlineData("Master", TrackRole.FullMix)]
    [InlineData("Mix", TrackRole.FullMix)]
    [InlineData("2Bus", TrackRole.FullMix)]
    public void Read_ProducersName_SaysTheRole(string name, TrackRole role)
    {
        RoleName? read = RoleName.Read(name);
        Assert.NotNull(read);
        Assert.Equal([role], read.Roles);
        Assert.InRange(read.Probability, 0.9, 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Audio 1")]
    [InlineData("Track 12")]
    [InlineData("Spur 3")]
    [InlineData("Untitled")]
    [InlineData("Drums + Vox")]
    [InlineData("fishin.ogg")]
    [InlineData("!!!")]
    public void Read_NameThatSaysNothing_IsNothing(string? name) => Assert.Null(RoleName.Read(name));

    [Fact]
    public void Read_Synth_AllowsSeveralRoles() =>
        Assert.Equal([TrackRole.Keys, TrackRole.Pad, TrackRole.Lead], RoleName.Read("Synth 3")!.Roles);

    [Fact]
    public void Read_WordInALongTitle_IsHardlyBelieved() =>
        Assert.InRange(RoleName.Read("07 Nobody Told The Piano Anything Yesterday.mp3")!.Probability, 0, 0.6);
}
