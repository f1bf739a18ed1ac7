using System.CommandLine;
using GrooveGuru.Bridge.Cli;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Tests.Cli;

public class RoleOptionTests
{
    [Theory]
    [InlineData("drums", TrackRole.Drums)]
    [InlineData("vocal", TrackRole.Vocal)]
    [InlineData("full_mix", TrackRole.FullMix)]
    public void Parse_NameOfAReport_IsThatRole(string name, TrackRole role) => Assert.Equal(role, Parse(name).Value);

    [Theory]
    [InlineData("banjo")]
    [InlineData("unknown")]
    [InlineData("Drums")]
    [InlineData("fullmix")]
    [InlineData("3")]
    public void Parse_AnythingElse_IsRefusedByNamingTheRoles(string name) => Assert.Equal(
        $"There is no role '{name}'; --role takes drums, bass, vocal, keys, guitar, pad, lead or full_mix.", Assert.Single(Parse(name).Errors));

    [Fact]
    public void Parse_NotGiven_IsNone()
    {
        (TrackRole? value, IReadOnlyList<string> errors) = Parse();
        Assert.Null(value);
        Assert.Empty(errors);
    }

    [Fact]
    public void Help_Roles_AreNamed() => Assert.Contains("lead or full_mix", RoleOption.Create().Description, StringComparison.Ordinal);

    private static (TrackRole? Value, IReadOnlyList<string> Errors) Parse(params string[] given)
    {
        Option<TrackRole?> option = RoleOption.Create();
        RootCommand root = [option];
        ParseResult result = root.Parse([.. given.SelectMany(name => (string[])["--role", name])]);
        string[] errors = [.. result.Errors.Select(error => error.Message)];
        return (errors.Length > 0 ? null : result.GetValue(option), errors);
    }
}
