using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class DisabledReasonTests
{
    [DrawingTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Explanation_OfADisabledControl_ComesWithTooltipsOnAndOff(bool showsTooltips)
    {
        using TestWindow window = new(SampleStates.NoBridge, EditorPreferences.Default with { ShowsTooltips = showsTooltips });
        Hover(window, "studio");
        Assert.Equal(window.Find("studio").WhyDisabled, window.View.Explanation);
        Hover(window, "bypass");
        Assert.Equal(showsTooltips, window.View.Explanation is not null);
    }

    [DrawingFact]
    public void Press_ADisabledControl_SaysWhyAtOnceAndDoesNothing()
    {
        using TestWindow window = new(SampleStates.NoBridge);
        window.Click("analyse");
        Assert.Empty(window.Desk.Calls);
        Assert.Equal(window.Find("analyse").WhyDisabled, window.View.Explanation);
    }

    [DrawingFact]
    public void Keyboard_OnADisabledControl_SaysWhyAndDoesNothing()
    {
        using TestWindow window = new(SampleStates.NoBridge);
        while (window.View.Stage.Focused?.Id != "analyse")
        {
            window.Key(EditorKey.Tab);
        }

        Assert.True(window.Key(EditorKey.Space));
        Assert.Empty(window.Desk.Calls);
        window.Pass(1);
        window.Pass(1);
        Assert.Equal(window.Find("analyse").WhyDisabled, window.View.Explanation);
    }

    [DrawingFact]
    public void Reasons_FromTheDesk_AreShownAsTheyAre()
    {
        using TestWindow window = new(SampleStates.Judged with { WhyNoAnalysis = "one", WhyNoStudioPage = "two", WhyNoJob = "three" }, EditorPreferences.Default with { Tab = "work" });
        Assert.Equal("one", window.Find("analyse").WhyDisabled);
        Assert.Equal("two", window.Find("studio").WhyDisabled);
        Assert.Equal("three", window.Find("work/midi/start").WhyDisabled);
        Assert.Contains(window.All.OfType<Label>(), label => label.Name == "three");
    }

    [DrawingTheory]
    [InlineData(nameof(BridgeState.NotConnected), "\"grooveguru serve\" starts one")]
    [InlineData(nameof(BridgeState.WrongVersion), "Update both")]
    public void Problem_WithoutWordsFromTheDesk_SaysWhatIsWrongAndWhatToDo(string state, string whatToDo)
    {
        using TestWindow window = new(SampleStates.NoBridge with { Bridge = Enum.Parse<BridgeState>(state) });
        Assert.True(window.Shows(whatToDo));
    }

    private static void Hover(TestWindow window, string id)
    {
        Rect place = window.Find(id).Bounds;
        window.View.PointerMoved(place.X + 3, place.Y + 3, PointerModifiers.None);
        window.Pass();
        Assert.Null(window.View.Explanation);
        window.Pass(1);
    }
}
