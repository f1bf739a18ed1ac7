using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Tests.Library;

public sealed class DropNameTests
{
    [Theory]
    [InlineData("João's bass #1", "João's bass #1 - melody.mid")]
    [InlineData("ドラム 🥁", "ドラム 🥁 - melody.mid")]
    [InlineData("", "Track - melody.mid")]
    [InlineData(" ... ", "Track - melody.mid")]
    [InlineData("../../etc/passwd", "etc passwd - melody.mid")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j - melody.mid")]
    [InlineData("line\nbreak\tand\0more", "line break andmore - melody.mid")]
    [InlineData("harmless\u202Edim.exe", "harmlessdim.exe - melody.mid")]
    [InlineData("lone \uD83E surrogate", "lone surrogate - melody.mid")]
    [InlineData("Verse.", "Verse - melody.mid")]
    [InlineData(".hidden", "hidden - melody.mid")]
    [InlineData("NUL.take 2", "_NUL.take 2 - melody.mid")]
    [InlineData("com1.", "com1 - melody.mid")]
    [InlineData("COM\u00b9.x", "_COM\u00b9.x - melody.mid")]
    [InlineData("e\u0301tude", "e\u0301tude - melody.mid")]
    public void Name_OfATrack_IsTellingAndSafe(string trackName, string expected)
        => Assert.Equal(expected, DropName.Make(trackName, "melody", ".mid"));

    [Fact]
    public void Name_OfTheSecondFile_IsNumbered() => Assert.Equal("Bass - melody (2).mid", DropName.Make("Bass", "melody", ".mid", 2));

    [Fact]
    public void Name_ThatIsLong_EndsBetweenCharactersAndKeepsItsEnd()
    {
        string family = "👨‍👩‍👧"; // several code points, one character
        string name = DropName.Make(string.Concat(Enumerable.Repeat(family, 50)), "melody", ".mid");

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 80, DropName.MaxBytes);
        Assert.EndsWith(" - melody.mid", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', name);
    }

    [Fact]
    public void Name_OfAnything_HoldsTheRules() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
    {
        string name = DropName.Make(text ?? "", "melody", ".mid");
        return Encoding.UTF8.GetByteCount(name) <= DropName.MaxBytes
            && name == Path.GetFileName(name)
            && name.EndsWith(" - melody.mid", StringComparison.Ordinal)
            && !name.Any(char.IsControl)
            && !name.StartsWith('.') && !name.StartsWith(' ')
            && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0;
    }).QuickCheckThrowOnFailure();
}
