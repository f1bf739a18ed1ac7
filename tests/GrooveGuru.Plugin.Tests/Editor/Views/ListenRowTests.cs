using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class ListenRowTests
{
    private const string Listen = "work/midi/preview/listen";
    private static readonly EditorPreferences Work = EditorPreferences.Default with { Tab = "work", Height = 900 };

    [DrawingFact]
    public void Preview_OfNotes_IsHeardAndStoppedByOneButton()
    {
        using TestWindow window = new(SampleStates.Made, Work);

        window.Click(Listen);
        Assert.Equal("Stop", window.Find(Listen).Name);
        Assert.True(window.Shows("0:00 of 3:04"));
        window.Click(Listen);

        Assert.Equal([$"listen {SampleStates.PreviewPath}", "stop listening"], window.Desk.Calls);
        Assert.Equal("Listen", window.Find(Listen).Name);
    }

    [DrawingFact]
    public void Preview_ByKeys_KeepsItsTurn()
    {
        using TestWindow window = new(SampleStates.Made, Work);
        while (window.View.Stage.Focused?.Id != Listen)
        {
            window.Key(EditorKey.Tab);
        }

        window.Key(EditorKey.Enter);
        Assert.Equal((Listen, "Stop"), (window.View.Stage.Focused?.Id, window.View.Stage.Focused?.Name));
        window.Key(EditorKey.Enter);

        Assert.Equal([$"listen {SampleStates.PreviewPath}", "stop listening"], window.Desk.Calls);
    }

    [DrawingFact]
    public void Preview_ThatGoesOn_ShowsHowFarItIs()
    {
        using TestWindow window = new(SampleStates.Listening, Work);
        Assert.True(window.Shows("1:12 of 3:04"));

        window.Desk.State = window.Desk.State with { Listening = new ListeningState(SampleStates.PreviewPath, 73, 184) };
        Assert.NotNull(window.Pass());

        Assert.True(window.Shows("1:13 of 3:04"));
        Assert.False(window.Shows(ListeningWords.NoAudio));
    }

    [DrawingFact]
    public void Preview_WithoutAudioOfTheHost_SaysSo()
    {
        using TestWindow window = new(SampleStates.ListeningInVain, Work);
        Assert.True(window.Shows(ListeningWords.NoAudio));
    }

    [DrawingFact]
    public void Preview_IsNotDraggedWithTheNotes()
    {
        Job job = SampleStates.DoneMidi;
        job.Files.Insert(1, new JobFile { Path = "/music/drums.mid", Name = "drums", Bytes = 2_000 });
        using TestWindow window = new(SampleStates.Judged with { Jobs = [job] }, Work);

        Assert.Equal(
            ["/music/Groove Guru/Demo song/melody.mid", "/music/drums.mid"],
            Assert.IsType<DragStrip>(window.Find("work/midi/all")).Offer.Paths);
        Assert.Equal(3, window.All.OfType<DragStrip>().Count());
    }

    [DrawingFact]
    public void Preview_WhileBypassed_CannotBeHeardAndSaysWhy()
    {
        using TestWindow window = new(SampleStates.Made with { IsBypassed = true }, Work);
        Assert.Equal(ListeningWords.Bypassed, window.Find(Listen).WhyDisabled);
    }

    [DrawingFact]
    public void Job_WithoutAPreview_HasNoneToListenTo()
    {
        Job old = SampleStates.DoneMidi;
        old.Files.RemoveAt(1);
        using TestWindow window = new(SampleStates.Judged with { Jobs = [old, SampleStates.DoneStems] }, Work);
        Assert.DoesNotContain(window.All, widget => widget.Id.Contains("preview", StringComparison.Ordinal));
    }
}
