using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>All meters of the track beside each other; a click begins their peaks and the integrated loudness anew.</summary>
internal sealed class MeterStrip : Widget
{
    /// <summary>Height of what is inside, points.</summary>
    public const double InnerHeight = 56;

    // Bars move with every frame; numbers that change faster than this cannot be read.
    private const double NumberSeconds = 0.1;
    private const double Padding = 10;
    private readonly LevelBlock _levels = new();
    private readonly ReadoutBlock _readouts;
    private readonly CorrelationBlock _correlation = new();
    private readonly SpectrumBlock _spectrum = new();
    private readonly MeterBlock[] _blocks;
    private readonly Action _reset;
    private readonly bool _isCompact;
    private MeterReading? _last;
    private double _numbersDueSeconds = double.NegativeInfinity;
    private double _takenSeconds;
    private bool _isOnItsWay;
    private bool _hasNonFinite;

    /// <summary>Begins without levels.</summary>
    /// <param name="isCompact">Whether there is little room.</param>
    /// <param name="reset">Begins peaks and integrated loudness anew.</param>
    public MeterStrip(bool isCompact, Action reset)
    {
        _isCompact = isCompact;
        _reset = reset;
        _readouts = new ReadoutBlock { IsNarrow = isCompact };
        _blocks = [_levels, _readouts, _correlation, _spectrum];
    }

    /// <inheritdoc/>
    public override string Name => "Reset the meters";

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Hand;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _blocks;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => InnerHeight + (2 * Padding);

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double gap = _isCompact ? 11 : 14;
        double room = bounds.Width - (2 * Padding) - (3 * gap);
        double correlation = _isCompact ? 58 : 70;
        double readouts = _isCompact ? 192 : Math.Clamp(room * 0.36, 232, 300);
        double spectrum = Math.Max(40, (room - correlation - readouts) * (_isCompact ? 0.42 : 0.44));
        spectrum = SpectrumBlock.EvenWidth(spectrum, stage.Ruler.Scale);
        double[] widths = [Math.Max(60, room - correlation - readouts - spectrum), readouts, correlation, spectrum];
        double x = bounds.X + Padding;
        for (int block = 0; block < _blocks.Length; block++)
        {
            _blocks[block].Arrange(stage, new Rect(Math.Round(x), bounds.Y + Padding, block == _blocks.Length - 1 ? widths[block] : Math.Floor(widths[block]), InnerHeight));
            x += widths[block] + gap;
        }

        _last = null;
    }

    /// <summary>
    /// Takes what is to be shown now; parts that look different are painted again. Levels fall with the stage's clock, also while the
    /// reading stays the same.
    /// </summary>
    public void Take(Stage stage, MeterReading reading)
    {
        bool takesNumbers = stage.NowSeconds >= _numbersDueSeconds;
        double elapsed = Math.Max(0, stage.NowSeconds - _takenSeconds);
        _takenSeconds = stage.NowSeconds;
        if (ReferenceEquals(reading, _last) && !_isOnItsWay)
        {
            return;
        }

        _last = reading;
        if (_hasNonFinite != reading.HasNonFinite)
        {
            _hasNonFinite = reading.HasNonFinite;
            stage.Repaint(Bounds);
        }

        _isOnItsWay = false;
        foreach (MeterBlock block in _blocks)
        {
            _isOnItsWay |= block.Take(stage, reading, takesNumbers, elapsed);
        }

        if (takesNumbers)
        {
            _numbersDueSeconds = stage.NowSeconds + NumberSeconds;
        }
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        canvas.Fill(Bounds, stage.Palette.Panel, Card.CornerRadius);
        canvas.Stroke(Bounds, _hasNonFinite ? stage.Palette.Bad : stage.Palette.Line, _hasNonFinite ? 2 : 1, Card.CornerRadius);
        if (_hasNonFinite)
        {
            canvas.Text(
                "Broken samples (NaN) came in: look at the plugin before this one",
                new Rect(_levels.Bounds.X, Bounds.Bottom - 15, _readouts.Bounds.Right - _levels.Bounds.X, 13),
                new TextStyle(9.5, true, stage.Palette.Bad));
        }

        PaintFocus(stage, canvas, Card.CornerRadius);
    }

    /// <inheritdoc/>
    public override void Click(Stage stage)
    {
        _reset();
        foreach (MeterBlock block in _blocks)
        {
            block.Reset();
        }

        _isOnItsWay = true;
    }
}
