using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>True peak and the three loudnesses as numbers.</summary>
internal sealed class ReadoutBlock : MeterBlock
{
    private static readonly string[] Captions = ["Momentary", "Short-term", "Integrated", "True peak"];
    private static readonly string[] Units = ["LUFS", "LUFS", "LUFS", "dBTP"];
    private readonly double[] _shown = [double.NaN, double.NaN, double.NaN, double.NaN];
    private readonly string[] _texts = ["–", "–", "–", "–"];

    /// <inheritdoc/>
    public override string Name => string.Join(" ", _texts);

    /// <summary>Whether the narrow words are used.</summary>
    public bool IsNarrow { get; init; }

    /// <inheritdoc/>
    public override bool Take(Stage stage, MeterReading reading, bool takesNumbers, double elapsedSeconds) =>
        Show(stage, 0, reading.MomentaryLufs, takesNumbers) | Show(stage, 1, reading.ShortTermLufs, takesNumbers)
        | Show(stage, 2, reading.IntegratedLufs, takesNumbers) | Show(stage, 3, reading.TruePeakDbtp, takesNumbers);

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        for (int index = 0; index < _texts.Length; index++)
        {
            Rect place = Column(index);
            bool isOver = index == 3 && _shown[3] > -1;
            Color color = !isOver ? stage.Palette.Text : _shown[3] > 0 ? stage.Palette.Bad : stage.Palette.Warn;
            string caption = IsNarrow && index < 3 ? Captions[index][..1] : IsNarrow ? "TP" : Captions[index];
            canvas.Text(caption, place with { Y = place.Y + 2, Height = 14 }, Caption(stage), TextAlign.Centre);
            canvas.Text(_texts[index], Number(index), new TextStyle(IsNarrow ? 12.5 : 16, true, color), TextAlign.Centre);
            canvas.Text(Units[index], place with { Y = place.Y + 40, Height = 13 }, Caption(stage), TextAlign.Centre);
        }
    }

    private Rect Column(int index) => new(Bounds.X + (index * Bounds.Width / _texts.Length), Bounds.Y, Bounds.Width / _texts.Length, Bounds.Height);

    private Rect Number(int index) => Column(index) with { Y = Bounds.Y + 17, Height = 22 };

    private bool Show(Stage stage, int index, double value, bool takesNumbers)
    {
        double shown = Math.Round(value, 1);
        if (shown.Equals(_shown[index]) || !takesNumbers)
        {
            return !shown.Equals(_shown[index]);
        }

        _shown[index] = shown;
        _texts[index] = NumberWords.Level(shown);
        stage.Repaint(Number(index));
        return false;
    }
}
