using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class EditorViewTests
{
    private static readonly EditorPreferences Advice = EditorPreferences.Default with { Tab = "advice" };
    private static readonly EditorPreferences Work = EditorPreferences.Default with { Tab = "work" };

    [DrawingTheory]
    [InlineData("", new[] { "overview", "advice" })]
    [InlineData("stems", new[] { "overview", "advice", "work" })]
    [InlineData("midi stems", new[] { "overview", "advice", "work" })]
    [InlineData("chat mix", new[] { "overview", "advice" })]
    public void Tabs_ByServices_AreThereWhenOffered(string services, string[] expected)
    {
        using TestWindow window = new(SampleStates.Judged with { Services = services.Split(' ').ToHashSet() });
        Assert.Equal(expected, window.All.OfType<TabStrip>().Single().TabIds);
    }

    [DrawingFact]
    public void Tabs_OneServiceOnly_AreCalledAfterIt()
    {
        using TestWindow window = new(SampleStates.Judged with { Services = new HashSet<string> { "midi" } });
        Assert.EndsWith("MIDI", window.Find("tabs").Name, StringComparison.Ordinal);
        Assert.False(window.Shows("Stems"));
    }

    [DrawingFact]
    public void Tab_BridgeGoesAway_FallsBackAndComesAgain()
    {
        using TestWindow window = new(SampleStates.Judged, Work);
        Assert.NotNull(window.FindOrNull("work/stems/start"));
        window.Desk.State = window.Desk.State with { Bridge = BridgeState.NotConnected, Services = new HashSet<string>() };
        window.Pass();
        Assert.Null(window.FindOrNull("work/stems/start"));
        Assert.True(window.Shows("No bridge answers"));
        window.Desk.State = SampleStates.Judged;
        window.Pass();
        Assert.NotNull(window.FindOrNull("work/stems/start"));
    }

    [DrawingFact]
    public void Files_BridgeGoesAway_CanStillBeTaken()
    {
        using TestWindow window = new(SampleStates.Made with { Bridge = BridgeState.NotConnected, Services = new HashSet<string>() }, Work);
        Assert.NotNull(window.FindOrNull("work/stems/0/drag"));
        Assert.NotNull(window.Find("work/stems/start").WhyDisabled);
    }

    [DrawingFact]
    public void Update_NothingChanged_PaintsNothing()
    {
        using TestWindow window = new();
        window.Pass();
        for (int frame = 0; frame < 100; frame++)
        {
            window.Desk.State = window.Desk.State with { };
            window.Desk.Meters = SampleStates.Music();
            Assert.Null(window.Pass());
        }
    }

    [DrawingFact]
    public void Update_MetersMove_PaintsThemOnly()
    {
        using TestWindow window = new();
        window.Desk.Meters = SampleStates.Music(-3);
        Rect meters = window.Find("meters").Bounds;
        Rect part = Assert.NotNull(window.Pass());
        Assert.Equal(meters, meters.Union(part));
    }

    [DrawingFact]
    public void Update_HeardASecondMore_PaintsTheHeaderOnly()
    {
        using TestWindow window = new();
        window.Desk.State = window.Desk.State with { HeardSeconds = window.Desk.State.HeardSeconds + 1 };
        Rect part = Assert.NotNull(window.Pass());
        Assert.True(part.Bottom <= window.Find("meters").Bounds.Y);
    }

    [DrawingFact]
    public void Meters_NoBridge_GoOn()
    {
        using TestWindow window = new(SampleStates.NoBridge, meters: MeterReading.None);
        window.Desk.Meters = SampleStates.Music();
        Assert.NotNull(window.Pass(0.2));
        Assert.Contains(window.All, widget => widget.Name.Contains("−13.6", StringComparison.Ordinal));
        window.Click("meters");
        Assert.Equal(["reset"], window.Desk.Calls);
    }

    [DrawingFact]
    public void Buttons_Pressed_AskTheDesk()
    {
        using TestWindow window = new();
        window.Click("bypass");
        window.Click("studio");
        window.Click("analyse");
        Assert.Equal(["bypass True", "studio", "analyze"], window.Desk.Calls);
    }

    [DrawingFact]
    public void Advice_MarkedAndTakenBack_AsksTheDesk()
    {
        using TestWindow window = new(SampleStates.Judged, Advice);
        string id = window.Desk.State.Report!.Recommendations.OrderBy(item => item.Priority).First().Id;
        window.Click($"advice/{id}/done");
        Assert.True(window.Shows("Done: play the track again"));
        window.Pass();
        Widget undo = window.Find($"advice/{id}/undo");
        window.View.KeyPressed(EditorKey.Tab, "", PointerModifiers.None);
        while (window.View.Stage.Focused != window.Find(undo.Id))
        {
            window.Key(EditorKey.Tab);
        }

        window.Key(EditorKey.Space);
        Assert.Equal([$"mark {id} TriedByUser", $"mark {id} Open"], window.Desk.Calls);
    }

    [DrawingFact]
    public void Advice_CopySettings_CopiesEveryParameter()
    {
        using TestWindow window = new(SampleStates.Judged, Advice);
        Recommendation first = window.Desk.State.Report!.Recommendations.OrderBy(item => item.Priority).First();
        window.Click($"advice/{first.Id}/copy");
        string copied = Assert.Single(window.Shell.Copied);
        Assert.All(first.Chain.SelectMany(processor => processor.Displayed), parameter => Assert.Contains(parameter.Value, copied, StringComparison.Ordinal));
    }

    [DrawingFact]
    public void Advice_OnlyGuesses_SaysNothingClearlyWrong()
    {
        using TestWindow clean = new(SampleStates.Clean, Advice), judged = new(SampleStates.Judged, Advice);
        Assert.True(clean.Shows("Nothing is clearly wrong"));
        Assert.False(judged.Shows("Nothing is clearly wrong"));
        using TestWindow compact = new(SampleStates.Clean, Advice with { IsCompact = true });
        Assert.True(compact.Shows("Nothing is clearly wrong"));
    }

    [DrawingFact]
    public void Advice_OfBefore_SaysWhatBecameOfIt()
    {
        using TestWindow window = new(SampleStates.Followed, Advice);
        Assert.True(window.Shows("Confirmed"));
        Assert.True(window.Shows("Cut 4.0 dB below 250 Hz (low shelf). Low end"));
        Assert.True(window.Shows("Worse"));
    }

    [DrawingFact]
    public void Compact_ManyRecommendations_ShowsTheThreeMostUrgent()
    {
        TrackReport report = SampleStates.Report;
        Recommendation model = report.Recommendations[0];
        report.Recommendations.Clear();
        foreach ((int priority, double sure) in new[] { (3, 0.9), (2, 0.6), (1, 0.7), (2, 0.8), (1, 0.95) })
        {
            Recommendation item = model.Clone();
            (item.Id, item.Priority, item.Confidence, item.Likely, item.Title) = ($"{priority}-{sure}", priority, sure, sure >= 0.5, $"{priority} {sure}");
            report.Recommendations.Add(item);
        }

        using TestWindow window = new(SampleStates.Judged with { Report = report }, Advice with { IsCompact = true });
        Assert.Equal(["1 0.95", "1 0.7", "2 0.8"], window.All.Where(widget => widget.Id.EndsWith("/line", StringComparison.Ordinal)).Select(widget => widget.Name));
        window.Click("advice/1-0.95/line");
        Assert.False(window.Desk.Preferences.IsCompact);
        Assert.Equal(1, window.Shell.SizeRequests);
        Assert.Equal(Advice.Width, window.View.WantedSize.Width);
    }

    [DrawingFact]
    public void Job_RunningAndDone_CanBeCancelledRevealedAndCopied()
    {
        using TestWindow window = new(SampleStates.Working, Work);
        Assert.True(window.Shows("about 40 s left"));
        window.Click("work/stems/cancel");
        window.Click("work/midi/0/reveal");
        window.Click("work/midi/0/path");
        string path = SampleStates.DoneMidi.Files[0].Path;
        Assert.Equal(["cancel job-1", $"reveal {path}"], window.Desk.Calls);
        Assert.Equal([path], window.Shell.Copied);
    }

    [DrawingFact]
    public void DragStrip_PointerMovedFarEnough_OffersItsFileOnce()
    {
        using TestWindow window = new(SampleStates.Made, Work);
        Rect strip = window.Find("work/stems/0/drag").Bounds;
        window.View.PointerMoved(strip.X + 40, strip.Y + 10, PointerModifiers.None);
        Assert.Equal(PointerShape.Grab, window.View.Pointer);
        window.View.PointerPressed(strip.X + 40, strip.Y + 10, PointerModifiers.None, 1);
        window.View.PointerMoved(strip.X + 43, strip.Y + 12, PointerModifiers.None);
        Assert.Null(window.View.TakeDrag());
        window.View.PointerMoved(strip.X + 48, strip.Y + 12, PointerModifiers.None);
        Assert.Equal([SampleStates.DoneStems.Files[0].Path], window.View.TakeDrag()?.Paths);
        Assert.Null(window.View.TakeDrag());
        window.View.DragEnded(DragOutcome.Taken);
        window.View.PointerMoved(strip.X + 60, strip.Y + 12, PointerModifiers.None);
        Assert.Null(window.View.TakeDrag());
    }

    [DrawingFact]
    public void DragStrip_StateChangesWhileHeld_StillDrags()
    {
        using TestWindow window = new(SampleStates.Working, Work);
        Rect strip = window.Find("work/midi/0/drag").Bounds;
        window.View.PointerPressed(strip.X + 40, strip.Y + 10, PointerModifiers.None, 1);
        Job further = SampleStates.RunningStems;
        further.Progress = 0.5;
        window.Desk.State = window.Desk.State with { Jobs = [further, SampleStates.DoneMidi] };
        Assert.NotNull(window.Pass());
        window.View.PointerMoved(strip.X + 80, strip.Y + 10, PointerModifiers.None);
        Assert.NotNull(window.View.TakeDrag());
    }

    [DrawingTheory]
    [InlineData(0.75, 0.4, false)]
    [InlineData(2, 0, true)]
    [InlineData(0, -1, true)]
    public void Resize_ByPartsOfAPoint_IsNoChoice(double widerPoints, double higherPoints, bool isChoice)
    {
        using TestWindow window = new(scale: 1.1);
        EditorPreferences before = window.Desk.Preferences;
        window.View.Resize(before.Width + widerPoints, before.Height + higherPoints);
        Assert.Equal(isChoice, before != window.Desk.Preferences);
    }

    [DrawingFact]
    public void Resize_FullView_IsRemembered()
    {
        using TestWindow window = new();
        window.View.Resize(900, 640);
        Assert.Equal((900, 640), (window.Desk.Preferences.Width, window.Desk.Preferences.Height));
        window.Click("size");
        Assert.True(window.View.WantedSize.Height < 400);
        window.View.Resize(window.View.WantedSize.Width, window.View.WantedSize.Height);
        window.Click("size");
        Assert.Equal((900, 640), window.View.WantedSize);
    }

    [DrawingFact]
    public void Settings_Chosen_ChangeColoursAndTooltips()
    {
        using TestWindow window = new();
        window.Click("settings");
        window.Click("theme-contrast");
        window.Click("tooltips-off");
        Assert.Equal((EditorTheme.HighContrast, false), (window.Desk.Preferences.Theme, window.Desk.Preferences.ShowsTooltips));
        Assert.Same(Palette.HighContrast, window.View.Stage.Palette);
        window.Key(EditorKey.Escape);
        Assert.Null(window.FindOrNull("theme-contrast"));
    }

    [DrawingFact]
    public void Scrolled_TallContent_MovesToItsEndAndKeepsItsPlace()
    {
        using TestWindow window = new(SampleStates.Judged, Advice);
        ScrollView page = window.All.OfType<ScrollView>().Single();
        window.View.Scrolled(page.Bounds.X + 20, page.Bounds.Y + 20, 1000);
        Assert.NotNull(window.Pass());
        Assert.Equal(page.MaxOffset, page.Offset);
        window.Desk.State = window.Desk.State with { IsAnalysing = true };
        window.Pass();
        Assert.Equal(page.Offset, window.All.OfType<ScrollView>().Single().Offset);
    }
}
