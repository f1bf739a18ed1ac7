using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

public sealed class TextEditTests
{
    [Fact]
    public void Delete_ALetterOfSeveralCharacters_TakesAllOfIt()
    {
        TextEdit edit = Edit("ae\u0301👩‍🚀");
        edit.Delete(-1, byWord: false);
        Assert.Equal("ae\u0301", edit.Text);
        edit.Delete(-1, byWord: false);
        Assert.Equal("a", edit.Text);
        edit.Delete(-1, byWord: false);
        edit.Delete(-1, byWord: false);
        Assert.Equal("", edit.Text);
    }

    [Fact]
    public void Insert_OverASelection_ReplacesIt()
    {
        TextEdit edit = Edit("Kick In");
        edit.MoveTo(0, keepsAnchor: false);
        edit.MoveTo(4, keepsAnchor: true);
        Assert.Equal("Kick", edit.Selected);
        edit.Insert("Snare\n\u0007");
        Assert.Equal(("Snare In", 5), (edit.Text, edit.Caret));
    }

    [Fact]
    public void Insert_MoreThanFits_NeverSplitsALetter()
    {
        TextEdit edit = new(5);
        edit.Begin("1234🎸");
        Assert.Equal("1234", edit.Text);
        edit.MoveTo(4, keepsAnchor: false);
        edit.Insert("🎸");
        Assert.Equal("1234", edit.Text);
        edit.Insert("56");
        Assert.Equal("12345", edit.Text);
    }

    [Fact]
    public void Step_ByWord_StopsAtItsEnds()
    {
        TextEdit edit = Edit("Lead Vox 2");
        edit.Step(-1, byWord: true, keepsAnchor: false);
        Assert.Equal(9, edit.Caret);
        edit.Step(-1, byWord: true, keepsAnchor: true);
        Assert.Equal("Vox ", edit.Selected);
        edit.Step(1, byWord: true, keepsAnchor: false);
        Assert.Equal(8, edit.Caret);
    }

    [Fact]
    public void Step_WithASelection_GoesToItsEdge()
    {
        TextEdit edit = Edit("abc");
        edit.SelectAll();
        edit.Step(-1, byWord: false, keepsAnchor: false);
        Assert.Equal(0, edit.Caret);
    }

    private static TextEdit Edit(string text)
    {
        TextEdit edit = new(200);
        edit.Begin(text);
        edit.MoveTo(text.Length, keepsAnchor: false);
        return edit;
    }
}
