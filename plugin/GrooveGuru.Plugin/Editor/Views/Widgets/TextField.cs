using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>One line that can be typed into: Enter takes it, Escape leaves it as it was.</summary>
/// <param name="text">What it says before anything is typed.</param>
/// <param name="placeholder">What stands there while it is empty.</param>
/// <param name="take">Told what was typed.</param>
/// <param name="copy">Puts text on the clipboard.</param>
internal sealed class TextField(string text, string placeholder, Action<string> take, Action<string> copy) : Widget
{
    /// <summary>The most UTF-16 characters that can be typed.</summary>
    public const int MaxLength = 200;

    private const double BlinkSeconds = 0.53, Margin = 7, CornerRadius = 5;

    private readonly TextEdit _edit = new(MaxLength);
    private double _shownFrom;
    private double _movedAt;
    private bool _isCaretShown;
    private bool _isTyping;

    /// <inheritdoc/>
    public override string Name => _isTyping ? _edit.Text : text;

    /// <summary>What is chosen; empty for nothing.</summary>
    public string Selected => _isTyping ? _edit.Selected : "";

    /// <summary>Size of its font, points.</summary>
    public double SizePoints { get; init; } = 15;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override bool TakesText => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Text;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 28;

    /// <summary>Begins to type; all is chosen.</summary>
    public void Begin(Stage stage)
    {
        if (!_isTyping)
        {
            _isTyping = true;
            _edit.Begin(text);
            CaretMoved(stage);
        }
    }

    /// <summary>Goes on with what was being typed in a field that stood here before.</summary>
    public void GoOnWith(Stage stage, TextField before)
    {
        _isTyping = before._isTyping;
        _edit.Begin(before._edit.Text);
        _edit.MoveTo(before._edit.Anchor, keepsAnchor: false);
        _edit.MoveTo(before._edit.Caret, keepsAnchor: true);
        CaretMoved(stage);
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        bool isOpen = _isTyping || stage.Hovered == this;
        if (isOpen)
        {
            canvas.Fill(Bounds, palette.Well, CornerRadius);
            canvas.Stroke(Bounds, _isTyping ? palette.Focus : palette.Outline, _isTyping ? 2 : 1, CornerRadius);
        }

        Rect inner = Inner;
        string shown = Name;
        if (shown.Length == 0)
        {
            canvas.Text(placeholder, inner, Style(palette.DimText) with { IsBold = false });
        }
        else if (!_isTyping)
        {
            canvas.Text(shown, inner, Style(palette.Text));
        }

        if (_isTyping)
        {
            PaintTyping(stage, canvas, inner, shown);
        }
        else
        {
            PaintFocus(stage, canvas, CornerRadius);
        }
    }

    /// <inheritdoc/>
    public override void Press(Stage stage, double x, double y, PointerModifiers modifiers, int clickCount)
    {
        bool wasTyping = _isTyping;
        Begin(stage);
        if (clickCount > 1)
        {
            _edit.SelectAll();
        }
        else if (wasTyping)
        {
            _edit.MoveTo(IndexAt(stage, x), modifiers.HasFlag(PointerModifiers.Shift));
        }

        CaretMoved(stage);
    }

    /// <inheritdoc/>
    public override void Drag(Stage stage, double x, double y)
    {
        _edit.MoveTo(IndexAt(stage, x), keepsAnchor: true);
        CaretMoved(stage);
    }

    /// <inheritdoc/>
    public override bool Key(Stage stage, EditorKey key, string typed, PointerModifiers modifiers)
    {
        Begin(stage);
        bool isControl = modifiers.HasFlag(PointerModifiers.Control), isShift = modifiers.HasFlag(PointerModifiers.Shift);
        switch (key)
        {
            case EditorKey.Enter:
                stage.Focused = null;
                Blur(stage);
                return true;
            case EditorKey.Escape:
                _isTyping = false;
                stage.Focused = null;
                stage.Repaint(Bounds);
                return true;
            case EditorKey.Left or EditorKey.Right:
                _edit.Step(key == EditorKey.Left ? -1 : 1, isControl, isShift);
                break;
            case EditorKey.Home or EditorKey.Up or EditorKey.PageUp:
                _edit.MoveTo(0, isShift);
                break;
            case EditorKey.End or EditorKey.Down or EditorKey.PageDown:
                _edit.MoveTo(_edit.Text.Length, isShift);
                break;
            case EditorKey.Backspace or EditorKey.Delete:
                _edit.Delete(key == EditorKey.Backspace ? -1 : 1, isControl);
                break;
            case EditorKey.Tab:
                return false;
            default:
                Type(typed, isControl, modifiers.HasFlag(PointerModifiers.Alt));
                break;
        }

        CaretMoved(stage);
        return true;
    }

    /// <inheritdoc/>
    public override void Blur(Stage stage)
    {
        if (_isTyping)
        {
            _isTyping = false;
            stage.Repaint(Bounds);
            if (_edit.Text.Trim() != text)
            {
                take(_edit.Text.Trim());
            }
        }
    }

    /// <inheritdoc/>
    public override void Tick(Stage stage)
    {
        if (_isTyping && IsCaretOn(stage) != _isCaretShown)
        {
            _isCaretShown = !_isCaretShown;
            stage.Repaint(Bounds);
        }
    }

    private Rect Inner => new(Bounds.X + Margin, Bounds.Y, Math.Max(0, Bounds.Width - (2 * Margin)), Bounds.Height);

    private TextStyle Style(Color ink) => new(SizePoints, true, ink);

    private void PaintTyping(Stage stage, ICanvas canvas, Rect inner, string shown)
    {
        TextStyle style = Style(stage.Palette.Text);
        canvas.PushClip(Bounds.Inset(2));
        double from = inner.X - _shownFrom + stage.Ruler.CaretX(shown, style, _edit.SelectionStart);
        double to = inner.X - _shownFrom + stage.Ruler.CaretX(shown, style, _edit.SelectionEnd);
        if (to != from)
        {
            canvas.Fill(new Rect(Math.Min(from, to), inner.Y + 4, Math.Abs(to - from), inner.Height - 8), stage.Palette.Selection, 2);
        }

        canvas.Text(shown, inner with { X = inner.X - _shownFrom, Width = stage.Ruler.Measure(shown, style).Width + 2 }, style);
        if (IsCaretOn(stage))
        {
            double caret = inner.X - _shownFrom + stage.Ruler.CaretX(shown, style, _edit.Caret);
            canvas.Fill(new Rect(caret, inner.Y + 5, 1.5, inner.Height - 10), stage.Palette.Accent);
        }

        canvas.Pop();
    }

    private void Type(string typed, bool isControl, bool isAlt)
    {
        if (!isControl && !isAlt)
        {
            _edit.Insert(typed);
            return;
        }

        // With Control held, systems tell the letter or its control character.
        switch (isControl ? typed : "")
        {
            case "a" or "A" or "\u0001":
                _edit.SelectAll();
                break;
            case "c" or "C" or "\u0003" when _edit.Selected.Length > 0:
                copy(_edit.Selected);
                break;
            case "x" or "X" or "\u0018" when _edit.Selected.Length > 0:
                copy(_edit.Selected);
                _edit.Insert("");
                break;
        }
    }

    private int IndexAt(Stage stage, double x) =>
        stage.Ruler.IndexAt(_edit.Text, Style(default), x - Inner.X + _shownFrom);

    private bool IsCaretOn(Stage stage) => (stage.NowSeconds - _movedAt) % (2 * BlinkSeconds) < BlinkSeconds;

    private void CaretMoved(Stage stage)
    {
        _movedAt = stage.NowSeconds;
        _isCaretShown = true;
        double caret = stage.Ruler.CaretX(_edit.Text, Style(default), _edit.Caret), width = Math.Max(1, Inner.Width - 2);
        _shownFrom = Math.Max(0, Math.Clamp(_shownFrom, caret - width, caret));
        stage.Repaint(Bounds);
    }
}
