using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Contracts.Tests.Endpoint;

public sealed class EndpointFileTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gg-endpoint-");
    private readonly EndpointLocation _location;
    private readonly BridgeEndpoint _endpoint =
        new(ContractVersion.Current, 4711, "/run/曲/bridge.sock", 50051, EndpointToken.Create());

    public EndpointFileTests() => _location = new EndpointLocation(Path.Combine(_root.FullName, "Schöne Grüße 曲", "run"));

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Write_ThenRead_GivesTheSameInAFolderOfAnyName()
    {
        EndpointFile.Write(_location, _endpoint);
        EndpointFile.Write(_location, _endpoint);

        EndpointFileResult read = EndpointFile.Read(_location);

        Assert.Equal(EndpointFileStanding.Ok, read.Standing);
        Assert.Equal(_endpoint, read.Endpoint);
        Assert.Null(read.Reason);
        Assert.Equal(["bridge.json"], Directory.GetFiles(_location.Folder).Select(Path.GetFileName));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Write_OnUnix_OnlyThisUserCanReadIt()
    {
        EndpointFile.Write(_location, _endpoint);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_location.FilePath));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_location.Folder));
    }

    [Fact]
    public void Read_NoFile_IsAbsent()
    {
        Assert.Equal(EndpointFileStanding.Absent, EndpointFile.Read(_location).Standing);
        Directory.CreateDirectory(_location.Folder);
        Assert.Equal(EndpointFileStanding.Absent, EndpointFile.Read(_location).Standing);
    }

    [Fact]
    public void Read_TornAtAnyByte_IsUnreadableWithASentence()
    {
        EndpointFile.Write(_location, _endpoint);
        byte[] whole = File.ReadAllBytes(_location.FilePath);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_location.FilePath, whole[..length]);

            EndpointFileResult read = EndpointFile.Read(_location);

            Assert.Equal(EndpointFileStanding.Unreadable, read.Standing);
            Assert.Contains(_location.FilePath, read.Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("token", "\"short\"")]
    [InlineData("token", "null")]
    [InlineData("processId", "0")]
    [InlineData("processId", "\"1\"")]
    [InlineData("tcpPort", "70000")]
    [InlineData("socketPath", "\"\"")]
    [InlineData("contractVersion", "null")]
    public void Read_MemberOutOfRange_IsUnreadable(string member, string value)
    {
        EndpointFile.Write(_location, _endpoint);
        Change(member, value);

        Assert.Equal(EndpointFileStanding.Unreadable, EndpointFile.Read(_location).Standing);
    }

    [Fact]
    public void Read_OtherContractVersion_SaysSoWhateverTheRestLooksLike()
    {
        EndpointFile.Write(_location, _endpoint);
        Change("contractVersion", "99");
        Change("token", "{\"kind\":\"new\"}");

        EndpointFileResult read = EndpointFile.Read(_location);

        Assert.Equal(EndpointFileStanding.OtherContractVersion, read.Standing);
        Assert.Null(read.Endpoint);
        Assert.Contains("99", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeFile_IsUnreadable()
    {
        EndpointFile.Write(_location, _endpoint);
        File.AppendAllText(_location.FilePath, new string(' ', 100_000));

        Assert.Equal(EndpointFileStanding.Unreadable, EndpointFile.Read(_location).Standing);
    }

    [UnixTheory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Read_OthersCanWrite_IsNotTrusted(UnixFileMode others)
    {
        EndpointFile.Write(_location, _endpoint);
        File.SetUnixFileMode(_location.FilePath, File.GetUnixFileMode(_location.FilePath) | others);
        Assert.Equal(EndpointFileStanding.Unreadable, EndpointFile.Read(_location).Standing);

        EndpointFile.Write(_location, _endpoint);
        Assert.Equal(EndpointFileStanding.Ok, EndpointFile.Read(_location).Standing);
        File.SetUnixFileMode(_location.Folder, File.GetUnixFileMode(_location.Folder) | others);
        Assert.Equal(EndpointFileStanding.Unreadable, EndpointFile.Read(_location).Standing);
        Assert.Throws<IOException>(() => EndpointFile.Write(_location, _endpoint));
    }

    [RootFact]
    public void Read_FileOfAnotherUser_IsNotTrusted()
    {
        EndpointFile.Write(_location, _endpoint);
        Assert.Equal(0, chown(_location.FilePath, 12345, 12345));

        EndpointFileResult read = EndpointFile.Read(_location);

        Assert.Equal(EndpointFileStanding.Unreadable, read.Standing);
        Assert.Contains("another user", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_OnlyWhenStillOurs()
    {
        EndpointFile.Write(_location, _endpoint);
        Assert.False(EndpointFile.Delete(_location, _endpoint with { Token = EndpointToken.Create() }));
        Assert.True(File.Exists(_location.FilePath));
        Assert.True(EndpointFile.Delete(_location, _endpoint));
        Assert.False(File.Exists(_location.FilePath));
        Assert.False(EndpointFile.Delete(_location, _endpoint));
    }

    [Fact]
    public void ToString_KeepsTheTokenSecret() =>
        Assert.DoesNotContain(_endpoint.Token, _endpoint.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Token_IsLongAndNew()
    {
        string token = EndpointToken.Create();
        Assert.True(EndpointToken.IsWellFormed(token));
        Assert.NotEqual(token, EndpointToken.Create());
    }

    private void Change(string member, string json)
    {
        JsonObject content = JsonNode.Parse(File.ReadAllText(_location.FilePath))!.AsObject();
        Assert.True(content.ContainsKey(member));
        content[member] = JsonNode.Parse(json);
        File.WriteAllText(_location.FilePath, content.ToJsonString());
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
