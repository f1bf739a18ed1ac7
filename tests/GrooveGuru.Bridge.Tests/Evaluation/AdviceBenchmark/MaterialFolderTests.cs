using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public sealed class MaterialFolderTests : IDisposable
{
    private static readonly string[] Stems = ["bass", "drums", "hum"];

    private readonly string _folder = Directory.CreateTempSubdirectory("material ä ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Find_StemsOfAPieceAndThePieceItself_AreOneGroup()
    {
        Touch("mixes/song1.flac", "mixes/song2.flac", "mixes/notes.txt", "stems/song1/drums.wav", "stems/song1/bass.wav", "stems/song1/hum.wav");

        Dictionary<string, MaterialTrack> tracks = Find().ToDictionary(track => track.FileStem);

        Assert.Equal(["bass", "drums", "hum", "song1", "song2"], tracks.Keys.Order());
        Assert.All(Stems.Append("song1"), name => Assert.Equal("song1", tracks[name].Group));
        Assert.All(Stems, name => Assert.Equal(tracks["song1"].Half, tracks[name].Half));
        Assert.Equal("song2", tracks["song2"].Group);
        Assert.Null(tracks["bass"].Role);
    }

    [Fact]
    public void Find_Twice_GivesTheSameOrderAndHalves()
    {
        Touch([.. Enumerable.Range(0, 40).Select(number => $"song {number}.wav")]);

        MaterialTrack[] first = [.. Find()], second = [.. Find()];

        Assert.Equal(first.Select(track => (track.Name, track.Half)), second.Select(track => (track.Name, track.Half)));
        Assert.InRange(first.Count(track => track.Half == MaterialHalf.Tuned), 8, 32);
    }

    [Fact]
    public void Find_Manifest_SaysRoleSplitAndGroup()
    {
        Touch("a/one.wav", "a/two, the second.wav", "a/take.raw", "b/three.wav");
        Write("a/manifest.csv", "path,role,source,group,split\none.wav,Bass,me,g1,dev\n\"two, the second.wav\",full_mix,me,g2,held\ntake.raw,drums,me,,\n");

        Dictionary<string, MaterialTrack> tracks = Find().ToDictionary(track => track.FileStem);

        Assert.Equal(("bass", "g1", MaterialHalf.Tuned), (tracks["one"].Role, tracks["one"].Group, tracks["one"].Half));
        Assert.Equal(("full_mix", "g2", MaterialHalf.Reported), (tracks["two, the second"].Role, tracks["two, the second"].Group, tracks["two, the second"].Half));
        Assert.Equal(("drums", "take", MaterialTrack.HalfOf("take")), (tracks["take"].Role, tracks["take"].Group, tracks["take"].Half));
        Assert.Null(tracks["three"].Role);
    }

    [Theory]
    [InlineData("file,role\na.wav,bass\n", "names no column \"path\"")]
    [InlineData("", "names no column \"path\"")]
    [InlineData("path,split\na.wav,sometimes\n", "line 2: \"sometimes\" is no split")]
    [InlineData("path,role\n,bass\n", "line 2: there is no path")]
    public void Find_BadManifest_SaysWhatIsWrong(string content, string message)
    {
        Write("roles.csv", content);

        Assert.Contains(message, Assert.Throws<GrooveGuruException>(Find).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoFolder_SaysSo() => Assert.Contains(
        "There is no folder", Assert.Throws<GrooveGuruException>(() => MaterialFolder.Find(Path.Combine(_folder, "gone"), 20)).Message, StringComparison.Ordinal);

    [Fact]
    public void Draw_AFewOfMany_KeepsThatManyOfEachHalfInTheirOrder()
    {
        Touch([.. Enumerable.Range(0, 40).Select(number => $"song {number}.wav")]);
        IReadOnlyList<MaterialTrack> all = Find();

        MaterialTrack[] drawn = [.. MaterialTrack.Draw(all, 3)];

        Assert.Equal([3, 3], drawn.GroupBy(track => track.Half).Select(half => half.Count()));
        Assert.Equal(drawn, all.Where(drawn.Contains));
        Assert.Equal(drawn, MaterialTrack.Draw([.. all.Reverse()], 3).Reverse());
    }

    private IReadOnlyList<MaterialTrack> Find() => MaterialFolder.Find(_folder, 20);

    private void Touch(params string[] names) => Array.ForEach(names, name => Write(name, "."));

    private void Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
