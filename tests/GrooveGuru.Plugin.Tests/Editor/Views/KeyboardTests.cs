using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class KeyboardTests
{
    [DrawingTheory]
    [InlineData("overview")]
    [InlineData("advice")]
    [InlineData("work")]
    public void Tab_AroundOnce_ComesByEveryControlAndShowsItWhole(string tab)
    {
        using TestWindow window = new(SampleStates.Made, EditorPreferences.Default with { Tab = tab });
        List<Widget> seen = [];
        int count = window.View.FocusOrder.Count;
        for (int step = 0; step < count; step++)
        {
            window.Key(EditorKey.Tab);
            Widget focused = Assert.IsAssignableFrom<Widget>(window.View.Stage.Focused);
            Assert.True(window.View.Stage.ShowsFocus);
            Assert.InRange(focused.Bounds.Y, 0, 520);
            Assert.InRange(focused.Bounds.Bottom, 0, 520);
            seen.Add(focused);
        }

        Assert.Equal(window.View.FocusOrder, seen);
        Assert.Equal(count, seen.Distinct().Count());
        window.Key(EditorKey.Tab, PointerModifiers.Shift);
        Assert.Same(seen[^2], window.View.Stage.Focused);
    }

    [DrawingFact]
    public void FocusOrder_EveryControl_HasAnIdOfItsOwn()
    {
        using TestWindow window = new(SampleStates.Made, EditorPreferences.Default with { Tab = "work" });
        string[] ids = [.. window.View.FocusOrder.Select(widget => widget.Id)];
        Assert.DoesNotContain("", ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [DrawingFact]
    public void Keys_WithoutFocus_StayWithTheHost()
    {
        using TestWindow window = new();
        Assert.False(window.Key(EditorKey.Space));
        Assert.False(window.Key(EditorKey.Enter));
        Assert.False(window.Type("r"));
        window.Click("bypass");
        Assert.False(window.Key(EditorKey.Space));
        Assert.Equal(["bypass True"], window.Desk.Calls);
        Assert.False(window.View.WantsText);
    }

    [DrawingFact]
    public void Escape_WithARing_GivesTheKeysBack()
    {
        using TestWindow window = new();
        window.Key(EditorKey.Tab);
        window.Key(EditorKey.Tab);
        Assert.True(window.Key(EditorKey.Escape));
        Assert.False(window.View.Stage.ShowsFocus);
        Assert.False(window.Key(EditorKey.Space));
    }

    [DrawingFact]
    public void Arrows_OnTheTabs_GoFromOneToTheNext()
    {
        using TestWindow window = new();
        while (window.View.Stage.Focused?.Id != "tabs")
        {
            window.Key(EditorKey.Tab);
        }

        window.Key(EditorKey.Right);
        Assert.Equal("advice", window.Desk.Preferences.Tab);
        window.Key(EditorKey.Right);
        Assert.Equal("work", window.Desk.Preferences.Tab);
        Assert.Equal("tabs", window.View.Stage.Focused?.Id);
        window.Key(EditorKey.Left);
        Assert.Equal("advice", window.Desk.Preferences.Tab);
    }

    [DrawingFact]
    public void NameField_TypedAndTaken_NamesTheTrack()
    {
        using TestWindow window = new();
        window.Click(HeaderBar.NameFieldId);
        Assert.True(window.View.WantsText);
        Assert.True(window.Type("a", PointerModifiers.Control));
        foreach (string letter in new[] { "Ü", "b", "e", "r", " ", "🎸" })
        {
            Assert.True(window.Type(letter));
        }

        window.View.KeyPressed(EditorKey.Space, " ", PointerModifiers.None);
        Assert.True(window.Type("2"));
        Assert.True(window.Key(EditorKey.Enter));
        Assert.False(window.View.WantsText);
        Assert.Equal(["name Über 🎸 2"], window.Desk.Calls);
    }

    [DrawingFact]
    public void NameField_Escape_LeavesItAsItWas()
    {
        using TestWindow window = new();
        window.Click(HeaderBar.NameFieldId);
        window.Type("x");
        window.Key(EditorKey.Escape);
        Assert.False(window.View.WantsText);
        Assert.Empty(window.Desk.Calls);
        Assert.Equal("Demo song", window.Find(HeaderBar.NameFieldId).Name);
    }

    [DrawingFact]
    public void NameField_StateChangesWhileTyping_KeepsWhatIsTyped()
    {
        using TestWindow window = new();
        window.Click(HeaderBar.NameFieldId);
        window.Type("a", PointerModifiers.Control);
        window.Type("New");
        window.Desk.State = window.Desk.State with { HeardSeconds = 200, Note = "hello" };
        window.Pass();
        window.Type("er");
        Assert.Equal("Newer", window.Find(HeaderBar.NameFieldId).Name);
        window.Click("bypass");
        Assert.Equal(["name Newer", "bypass True"], window.Desk.Calls);
    }

    [DrawingFact]
    public void NameField_WhileTyping_OnlyTheCaretBlinks()
    {
        using TestWindow window = new();
        window.Click(HeaderBar.NameFieldId);
        window.View.PointerLeft();
        window.Pass();
        Assert.Null(window.Pass(0.1));
        Assert.Equal(window.Find(HeaderBar.NameFieldId).Bounds, window.Pass(0.5));
        Assert.Null(window.Pass(0.1));
    }
}
