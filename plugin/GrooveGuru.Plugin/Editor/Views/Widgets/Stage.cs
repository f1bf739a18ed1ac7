using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>What all widgets of one window share.</summary>
/// <param name="ruler">Measures text.</param>
internal sealed class Stage(ITextRuler ruler)
{
    private Rect? _toPaint;

    /// <summary>Measures text.</summary>
    public ITextRuler Ruler { get; } = ruler;

    /// <summary>The colours.</summary>
    public Palette Palette { get; set; } = Palette.Dark;

    /// <summary>The clock of the window, s.</summary>
    public double NowSeconds { get; set; }

    /// <summary>What has the keyboard.</summary>
    public Widget? Focused { get; set; }

    /// <summary>Whether a ring is drawn around it: after the Tab key, until the pointer is used.</summary>
    public bool ShowsFocus { get; set; }

    /// <summary>What lies under the pointer.</summary>
    public Widget? Hovered { get; set; }

    /// <summary>What the pointer holds.</summary>
    public Widget? Pressed { get; set; }

    /// <summary>Has a part painted again.</summary>
    public void Repaint(Rect part)
    {
        if (part.Width > 0 && part.Height > 0)
        {
            _toPaint = _toPaint is { } already ? already.Union(part) : part;
        }
    }

    /// <summary>What has to be painted again, once.</summary>
    public Rect? TakeRepaint()
    {
        Rect? part = _toPaint;
        _toPaint = null;
        return part;
    }
}
