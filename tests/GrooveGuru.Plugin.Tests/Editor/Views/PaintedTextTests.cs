using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>The ink of every text in every state: none lies on another, leaves its box or the window, or is cut where it should not be.</summary>
[Collection(DrawingCollection.Name)]
public sealed class PaintedTextTests
{
    private const double Tolerance = 0.6;

    private static readonly Dictionary<string, EditorState> States = new()
    {
        ["no bridge"] = SampleStates.NoBridge,
        ["silent"] = SampleStates.Silent,
        ["judged"] = SampleStates.Judged,
        ["clean"] = SampleStates.Clean,
        ["followed"] = SampleStates.Followed,
        ["working"] = SampleStates.Working,
        ["misnamed"] = SampleStates.Misnamed,
        ["odd"] = SampleStates.Odd,
        ["right to left"] = SampleStates.Odd with { TrackName = "غيتار كهربائي رئيسي — הקלטה", TrackNumber = 128, TrackRole = TrackRole.FullMix },
        ["failed"] = SampleStates.Failed,
        ["mono"] = SampleStates.Judged with { TrackColor = null, TrackNumber = null, TrackName = "" },
    };

    public static TheoryData<string, double, bool> Windows
    {
        get
        {
            TheoryData<string, double, bool> data = [];
            foreach (string state in States.Keys)
            {
                foreach (double scale in new[] { 1, 1.5, 2, 3 })
                {
                    data.Add(state, scale, false);
                    data.Add(state, scale, true);
                }
            }

            return data;
        }
    }

    [DrawingTheory]
    [MemberData(nameof(Windows))]
    public void Texts_OfEveryStateAndSize_AreWholeAndApart(string name, double scale, bool isCompact)
    {
        (double, double)[] sizes = isCompact ? [(460, 260), (520, 342), (900, 400)] : [(620, 400), (760, 520), (1400, 1000)];
        foreach (string tab in isCompact ? ["overview"] : new[] { "overview", "advice", "work" })
        {
            using TestWindow window = new(States[name], EditorPreferences.Default with { Tab = tab, IsCompact = isCompact }, scale);
            foreach ((double width, double height) in sizes)
            {
                window.View.Resize(width, height);
                window.Pass();
                string[] faults = [.. Faults(Paint(window, width, height), width, height)];
                Assert.True(faults.Length == 0, $"{tab} {width} x {height}:\n{string.Join('\n', faults)}");
            }
        }
    }

    [DrawingTheory]
    [InlineData(HeaderBar.RoleId, false)]
    [InlineData(HeaderBar.RoleId, true)]
    [InlineData(HeaderBar.SettingsId, false)]
    [InlineData(HeaderBar.SettingsId, true)]
    public void Texts_OfAnOpenPanel_AreWholeAndInTheWindow(string opener, bool isCompact)
    {
        (double width, double height) = isCompact ? (460, 260) : (620, 400);
        using TestWindow window = new(SampleStates.Judged, EditorPreferences.Default with { IsCompact = isCompact });
        window.View.Resize(width, height);
        window.Click(opener);
        Widget panel = window.View.Roots.Last();
        RecordingCanvas canvas = new(window.Texts);
        panel.PaintAll(window.View.Stage, canvas, new Rect(0, 0, width, height));
        Assert.NotEmpty(canvas.Texts);
        Assert.Empty(Faults(canvas.Texts, width, height));
        Assert.True(panel.Bounds.Bottom <= height, $"{panel.Bounds} leaves a window of {height}");
        Assert.True(panel.Bounds.X >= 0 && panel.Bounds.Right <= width);
    }

    [DrawingFact]
    public void Faults_PlantedOnes_AreFound()
    {
        using TestWindow window = new();
        TextStyle style = new(12, false, new Color(0xFFFFFFFF));
        Assert.Single(FaultsOf(canvas => canvas.Text("A longer button than there is room for", new Rect(0, 0, 40, 20), style)));
        Assert.Single(FaultsOf(canvas => canvas.Text("below", new Rect(0, 190, 100, 40), style, maxLines: 0)));
        Assert.Single(FaultsOf(canvas =>
        {
            canvas.Text("one", new Rect(10, 10, 100, 20), style);
            canvas.Text("another", new Rect(12, 14, 100, 20), style);
        }));
        Assert.Empty(FaultsOf(canvas => canvas.Text("Good", new Rect(10, 10, 100, 20), style)));

        IEnumerable<string> FaultsOf(Action<RecordingCanvas> paint)
        {
            RecordingCanvas canvas = new(window.Texts);
            paint(canvas);
            return Faults(canvas.Texts, 200, 200);
        }
    }

    private static List<PaintedText> Paint(TestWindow window, double width, double height)
    {
        RecordingCanvas canvas = new(window.Texts);
        window.View.Paint(canvas, new Rect(0, 0, width, height));
        return canvas.Texts;
    }

    // What scrolls may lie below the edge of its page; what may be long (names, files, sentences of the bridge) may end with an ellipsis.
    private static IEnumerable<string> Faults(List<PaintedText> texts, double width, double height)
    {
        foreach (PaintedText text in texts)
        {
            bool isScrolled = text.Clip is { } clip && clip.Height < height - 1;
            if (text.Ink.X < text.Box.X - Tolerance || text.Ink.Right > Math.Min(width, text.Box.Right) + Tolerance || text.Ink.X < -Tolerance)
            {
                yield return $"'{text.Text}' {text.Ink} leaves {text.Box}";
            }
            else if (!isScrolled && (text.Ink.Y < -Tolerance || text.Ink.Bottom > height + Tolerance))
            {
                yield return $"'{text.Text}' {text.Ink} leaves the window";
            }
            else if (text.IsCut && !MayBeLong(text.Text))
            {
                yield return $"'{text.Text}' is cut at {text.Box}";
            }
        }

        for (int first = 0; first < texts.Count; first++)
        {
            for (int second = first + 1; second < texts.Count; second++)
            {
                Rect one = texts[first].Ink.Inset(Tolerance), other = texts[second].Ink.Inset(Tolerance);
                if (one.Meets(other) && texts[first].Box != texts[second].Box)
                {
                    yield return $"'{texts[first].Text}' {texts[first].Ink} lies on '{texts[second].Text}' {texts[second].Ink}";
                }
            }
        }
    }

    private static bool MayBeLong(string text) => States.Values.Any(state =>
        (state.TrackName.Length > 0 && text.Contains(state.TrackName, StringComparison.Ordinal)) || state.Note == text
        || state.Jobs.Any(job => job.Files.Any(file => text.StartsWith(Path.GetFileName(file.Path), StringComparison.Ordinal)))
        || (state.Report is { } report && report.Recommendations.Any(item => Plain(item.Title) == Plain(text) || item.Because.Any(reason => Plain(reason.Meaning) == Plain(text))))
        || (state.Report is { } measured && measured.Meanings.Any(meaning => meaning.Word == text)))
        || text.Contains(", Q ", StringComparison.Ordinal) || text.StartsWith("Declipper: ", StringComparison.Ordinal) || text.StartsWith("Report ", StringComparison.Ordinal);

    private static string Plain(string text) => text.Replace('−', '-');
}
