using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>True peak and the three loudnesses as numbers.</summary>
internal sealed class ReadoutBlock : MeterBlock
{
    private const double NumberTop = 17, NumberHeight = 22;
    private static readonly string[] Captions = ["Momentary", "Short-term", "Integrated", "True peak"];
    private static readonly string[] Units = ["LUFS", "LUFS", "LUFS", "dBTP"];
    private readonly double[] _shown = [double.NaN, double.NaN, double.NaN, double.NaN];
    private readonly string[] _texts = ["–", "–", "–", "–"];
    private bool _isLate;

    /// <inheritdoc/>
    public override string Name => string.Join(" ", _texts);

    /// <summary>Whether the narrow words are used.</summary>
    public bool IsNarrow { get; init; }

    /// <inheritdoc/>
    public override bool IsFalling => _isLate;

    /// <inheritdoc/>
    public override Rect Moving => Bounds with { Y = Bounds.Y + NumberTop, Height = NumberHeight };

    /// <inheritdoc/>
    public override bool Take(MeterReading reading, double elapsedSeconds, bool isTimeForNumbers)
    {
        _isLate = !isTimeForNumbers;
        return isTimeForNumbers
            && (Show(0, reading.MomentaryLufs) | Show(1, reading.ShortTermLufs) | Show(2, reading.IntegratedLufs) | Show(3, reading.TruePeakDbtp));
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        double width = Bounds.Width / _texts.Length;
        for (int index = 0; index < _texts.Length; index++)
        {
            Rect place = new(Bounds.X + (index * width), Bounds.Y, width, Bounds.Height);
            bool isOver = index == 3 && _shown[3] > -1;
            Color color = !isOver ? stage.Palette.Text : _shown[3] > 0 ? stage.Palette.Bad : stage.Palette.Warn;
            string caption = IsNarrow && index < 3 ? Captions[index][..1] : IsNarrow ? "TP" : Captions[index];
            canvas.Text(caption, place with { Y = place.Y + 2, Height = 14 }, Caption(stage), TextAlign.Centre);
            canvas.Text(_texts[index], place with { Y = place.Y + NumberTop, Height = NumberHeight }, new TextStyle(IsNarrow ? 12.5 : 16, true, color), TextAlign.Centre);
            canvas.Text(Units[index], place with { Y = place.Y + 40, Height = 13 }, Caption(stage), TextAlign.Centre);
        }
    }

    private bool Show(int index, double value)
    {
        double shown = Math.Round(value, 1);
        if (shown.Equals(_shown[index]))
        {
            return false;
        }

        _shown[index] = shown;
        _texts[index] = NumberWords.Level(shown);
        return true;
    }
}
