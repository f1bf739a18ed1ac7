using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>What all widgets of one window share.</summary>
/// <param name="ruler">Measures text.</param>
internal sealed class Stage(ITextRuler ruler)
{
    private const int MostParts = 16;
    private List<Rect> _toPaint = [];
    private List<Rect> _taken = [];

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

    /// <summary>Has a part painted again; parts that lie apart stay apart.</summary>
    public void Repaint(Rect part)
    {
        if (part.Width <= 0 || part.Height <= 0)
        {
            return;
        }

        for (int place = 0; place < _toPaint.Count; place++)
        {
            if (_toPaint.Count >= MostParts || _toPaint[place].Meets(part))
            {
                part = part.Union(_toPaint[place]);
                _toPaint.RemoveAt(place);
                place = -1; // it may meet now what it has not met before
            }
        }

        _toPaint.Add(part);
    }

    /// <summary>What has to be painted again, once; no two parts have a point in common.</summary>
    /// <returns>Valid until the next call; empty for nothing.</returns>
    public ReadOnlySpan<Rect> TakeRepaint()
    {
        (_taken, _toPaint) = (_toPaint, _taken);
        _toPaint.Clear();
        return CollectionsMarshal.AsSpan(_taken);
    }
}
