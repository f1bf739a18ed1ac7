using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Playing;

public class SongPlayersTests
{
    [Fact]
    public void Choose_SomethingMissing_IsTheBuiltInWithTheReason()
    {
        Assert.Contains("fluidsynth is not installed", Assert.IsType<BuiltInPlayer>(SongPlayers.Choose(null, "font.sf2")).Remark, StringComparison.Ordinal);
        Assert.Contains("sound font", Assert.IsType<BuiltInPlayer>(SongPlayers.Choose("fluidsynth", null)).Remark, StringComparison.Ordinal);
        Assert.IsType<FluidSynthPlayer>(SongPlayers.Choose("fluidsynth", "font.sf2"));
    }

    [Fact]
    public void Find_SoundFont_IsTheNamedOneOrTheBestKnownOfTheFolders()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("TimGM6mb.sf2"), "");
        File.WriteAllText(folder.File("mine.sf2"), "");
        Assert.Equal(folder.File("TimGM6mb.sf2"), SoundFonts.Find(null, ["/nowhere", folder.Root]));
        Assert.Equal(folder.File("mine.sf2"), SoundFonts.Find(folder.File("mine.sf2"), [folder.Root]));
        Assert.Null(SoundFonts.Find(folder.File("gone.sf2"), [folder.Root]));
        Assert.Null(SoundFonts.Find("", ["/nowhere"]));
    }
}
