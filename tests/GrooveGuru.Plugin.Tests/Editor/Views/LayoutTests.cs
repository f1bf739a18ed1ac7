using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class LayoutTests
{
    public static TheoryData<string, bool, double> Sizes
    {
        get
        {
            TheoryData<string, bool, double> data = [];
            foreach (string tab in new[] { "overview", "advice", "work" })
            {
                foreach (double width in new[] { 620.0, 760, 1400 })
                {
                    data.Add(tab, false, width);
                }
            }

            data.Add("overview", true, 460);
            data.Add("overview", true, 520);
            return data;
        }
    }

    [DrawingTheory]
    [MemberData(nameof(Sizes))]
    public void Controls_OfAnyContent_DoNotOverlapAndAreLargeEnough(string tab, bool isCompact, double width)
    {
        foreach (EditorState state in new[] { SampleStates.NoBridge, SampleStates.Judged, SampleStates.Clean, SampleStates.Working, SampleStates.Odd })
        {
            using TestWindow window = new(state, EditorPreferences.Default with { Tab = tab, IsCompact = isCompact });
            window.View.Resize(width, 520);
            Widget[] controls = [.. window.View.FocusOrder];
            Assert.Empty(Overlaps(controls));
            Assert.All(controls, control =>
            {
                Assert.True(control.Bounds.Width >= Widget.TouchPoints, $"{control.Id} is {control.Bounds.Width} wide");
                Assert.True(control.Bounds.Height >= Widget.TouchPoints, $"{control.Id} is {control.Bounds.Height} high");
                Assert.InRange(control.Bounds.X, 0, width);
                Assert.InRange(control.Bounds.Right, 0, width);
            });
        }
    }

    [DrawingTheory]
    [MemberData(nameof(Sizes))]
    public void Texts_OfAnyContent_LieInTheirParentsAndNotOnEachOther(string tab, bool isCompact, double width)
    {
        foreach (EditorState state in new[] { SampleStates.Judged, SampleStates.Working, SampleStates.Odd })
        {
            using TestWindow window = new(state, EditorPreferences.Default with { Tab = tab, IsCompact = isCompact });
            window.View.Resize(width, 520);
            Widget[] leaves = [.. window.All.Where(widget => widget.Children.Count == 0 && widget.Bounds is { Width: > 0, Height: > 0 })];
            Assert.Empty(Overlaps(leaves));
            Assert.All(window.All, parent => Assert.All(parent.Children.Where(_ => !parent.ClipsChildren), child =>
                Assert.True(IsInside(child.Bounds, parent.Bounds), $"{child.GetType().Name} '{child.Name}' {child.Bounds} leaves {parent.Bounds}")));
        }
    }

    [DrawingFact]
    public void Overlaps_PlantedPair_IsFound()
    {
        using TestWindow window = new();
        Widget one = new Label("a"), other = new Label("b");
        one.Arrange(window.View.Stage, new Rect(0, 0, 10, 10));
        other.Arrange(window.View.Stage, new Rect(9, 9, 10, 10));
        Assert.Single(Overlaps([one, other]));
    }

    [DrawingTheory]
    [InlineData(1, 1)]
    [InlineData(200, 60)]
    [InlineData(4000, 3000)]
    public void Resize_ToAnySize_PaintsWithoutFail(double width, double height)
    {
        foreach (bool isCompact in new[] { false, true })
        {
            using TestWindow window = new(SampleStates.Odd, EditorPreferences.Default with { IsCompact = isCompact });
            window.View.Resize(width, height);
            window.Pass();
            window.Paint().Dispose();
        }
    }

    [DrawingTheory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u202Eabc\u0000\n\t")]
    [InlineData("\uD800")]
    public void TrackName_Odd_KeepsTheHeaderInPlace(string name)
    {
        using TestWindow usual = new(), odd = new(SampleStates.Judged with { TrackName = name });
        Assert.Equal(usual.Find("meters").Bounds, odd.Find("meters").Bounds);
        Assert.Equal(usual.Find("bypass").Bounds, odd.Find("bypass").Bounds);
        odd.Paint().Dispose();
    }

    private static IEnumerable<string> Overlaps(Widget[] widgets) =>
        from first in Enumerable.Range(0, widgets.Length)
        from second in Enumerable.Range(first + 1, widgets.Length - first - 1)
        let one = widgets[first]
        let other = widgets[second]
        where one.Bounds.Meets(other.Bounds) && one.GetType() != typeof(Bubble) && other.GetType() != typeof(Bubble)
        select $"{one.GetType().Name} '{one.Name}' {one.Bounds} over {other.GetType().Name} '{other.Name}' {other.Bounds}";

    private static bool IsInside(Rect inner, Rect outer) =>
        inner.X >= outer.X - 0.01 && inner.Y >= outer.Y - 0.01 && inner.Right <= outer.Right + 0.01 && inner.Bottom <= outer.Bottom + 0.01;
}
