using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>The tabs above a page; the arrow keys go from one to the next.</summary>
/// <param name="tabs">Their ids and words.</param>
/// <param name="chosen">The id of the one in front.</param>
/// <param name="choose">Told the id of another one.</param>
internal sealed class TabStrip(IReadOnlyList<(string Id, string Text)> tabs, string chosen, Action<string> choose) : Widget
{
    private const double Height = 32, Margin = 14;
    private readonly List<Rect> _places = [];
    private int _pressed = -1;

    /// <inheritdoc/>
    public override string Name => string.Join(" ", tabs.Select(tab => tab.Text));

    /// <summary>The ids of the tabs.</summary>
    public IEnumerable<string> TabIds => tabs.Select(tab => tab.Id);

    /// <summary>Where a tab is.</summary>
    public Rect PlaceOf(string id) => _places[tabs.ToList().FindIndex(tab => tab.Id == id)];

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Hand;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => Height;

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        double[] wanted = [.. tabs.Select(tab => stage.Ruler.Measure(tab.Text, Style(default)).Width + (2 * Margin))];
        double factor = Math.Min(1, bounds.Width / Math.Max(1, wanted.Sum())), x = bounds.X;
        _places.Clear();
        foreach (double width in wanted)
        {
            _places.Add(new Rect(x, bounds.Y, Math.Floor(width * factor), bounds.Height));
            x += Math.Floor(width * factor);
        }

        base.Arrange(stage, bounds);
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        canvas.Fill(new Rect(Bounds.X, Bounds.Bottom - 1, Bounds.Width, 1), palette.Line);
        for (int index = 0; index < tabs.Count; index++)
        {
            Rect place = _places[index];
            bool isChosen = tabs[index].Id == chosen;
            canvas.Text(tabs[index].Text, place.Inset(2), Style(isChosen ? palette.Text : palette.DimText) with { IsBold = isChosen }, TextAlign.Centre);
            if (isChosen)
            {
                canvas.Fill(new Rect(place.X + 8, place.Bottom - 3, place.Width - 16, 3), palette.Accent, 1.5);
                PaintFocus(stage, canvas, place.Inset(1), 4);
            }
        }
    }

    /// <inheritdoc/>
    public override void Press(Stage stage, double x, double y, PointerModifiers modifiers, int clickCount) =>
        _pressed = _places.FindIndex(place => place.Contains(x, y));

    /// <inheritdoc/>
    public override void Click(Stage stage)
    {
        if (_pressed >= 0 && tabs[_pressed].Id != chosen)
        {
            choose(tabs[_pressed].Id);
        }
    }

    /// <inheritdoc/>
    public override bool Key(Stage stage, EditorKey key, string text, PointerModifiers modifiers)
    {
        int now = Math.Max(0, tabs.ToList().FindIndex(tab => tab.Id == chosen));
        int next = key switch
        {
            EditorKey.Left => now - 1,
            EditorKey.Right => now + 1,
            _ => -1,
        };
        if (!stage.ShowsFocus || key is not (EditorKey.Left or EditorKey.Right))
        {
            return false;
        }

        if (next >= 0 && next < tabs.Count && next != now)
        {
            choose(tabs[next].Id);
        }

        return true;
    }

    private static TextStyle Style(Color ink) => new(12.5, true, ink);
}
