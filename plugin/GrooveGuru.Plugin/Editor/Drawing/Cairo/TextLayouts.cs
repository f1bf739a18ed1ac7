using System.Text;

namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>
/// Set text of one window, at one content scale: what was set is kept until newer text takes its place. Text is set in pixels,
/// so that its letters stand on whole pixels at every scale. [main-thread]
/// </summary>
internal sealed unsafe class TextLayouts : ITextRuler, IDisposable
{
    /// <summary>How many texts are kept.</summary>
    public const int Capacity = 768;

    private const string Families = "Inter,Cantarell,Noto Sans,Ubuntu,DejaVu Sans,sans-serif";
    private const int LongestText = 4000;
    private const int WordThenCharacter = 2;
    private const int EllipsizeEnd = 3;
    private const int BoldWeight = 700, RegularWeight = 400;
    private const int GrayAntialias = 2, SlightHinting = 2, NoMetricHinting = 1;

    private readonly nint _fontMap;
    private readonly nint _context;
    private readonly Dictionary<TextKey, LinkedListNode<SetText>> _known = [];
    private readonly LinkedList<SetText> _newestFirst = new();
    private readonly Dictionary<(double, bool), nint> _fonts = [];
    private bool _isDisposed;

    /// <summary>Begins without text.</summary>
    /// <param name="scale">Pixels of a point.</param>
    /// <exception cref="DrawingUnavailableException">A library is missing.</exception>
    public TextLayouts(double scale)
    {
        if (DrawingLibraries.Problem is { } problem)
        {
            throw new DrawingUnavailableException(problem);
        }

        Scale = scale;
        _fontMap = PangoNative.CreateFontMap();
        _context = PangoNative.CreateContext(_fontMap);
        nint options = CairoNative.CreateFontOptions();
        CairoNative.SetAntialias(options, GrayAntialias);
        CairoNative.SetHintStyle(options, SlightHinting);
        CairoNative.SetHintMetrics(options, NoMetricHinting);
        PangoNative.SetFontOptions(_context, options);
        CairoNative.DestroyFontOptions(options);
    }

    /// <summary>Objects of the libraries that are held now by all in this process.</summary>
    public static int LiveObjects => _liveObjects;

    private static int _liveObjects;

    /// <inheritdoc/>
    public double Scale { get; }

    /// <summary>How many texts are kept now.</summary>
    public int Count => _newestFirst.Count;

    /// <inheritdoc/>
    public (double Width, double Height) Measure(string text, TextStyle style, double maxWidth = double.PositiveInfinity)
    {
        SetText set = Get(text, style, maxWidth, double.IsFinite(maxWidth) ? 0 : 1, TextAlign.Left);
        return (set.WidthPixels / Scale, set.HeightPixels / Scale);
    }

    /// <inheritdoc/>
    public double CaretX(string text, TextStyle style, int index)
    {
        SetText set = Get(text, style, double.PositiveInfinity, 1, TextAlign.Left);
        PangoRectangle place = default;
        PangoNative.IndexToPosition(set.Layout, Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Clamp(index, 0, text.Length))), &place);
        return place.X / (Scale * PangoNative.Unit);
    }

    /// <inheritdoc/>
    public int IndexAt(string text, TextStyle style, double x)
    {
        SetText set = Get(text, style, double.PositiveInfinity, 1, TextAlign.Left);
        int byteIndex = 0, trailing = 0;
        _ = PangoNative.PointToIndex(set.Layout, (int)Math.Clamp(x * Scale * PangoNative.Unit, 0, int.MaxValue / 2), 0, &byteIndex, &trailing);
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int index = Encoding.UTF8.GetCharCount(utf8, 0, Math.Min(byteIndex, utf8.Length));
        for (; trailing > 0 && index < text.Length; trailing--)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
        }

        return Math.Min(index, text.Length);
    }

    /// <summary>Text that is ready to be drawn.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="maxWidth">Where it is wrapped, points; infinity for nowhere.</param>
    /// <param name="maxLines">Lines after which it ends with an ellipsis; 0 for any number.</param>
    /// <param name="align">Where its lines stand.</param>
    public SetText Get(string text, TextStyle style, double maxWidth, int maxLines, TextAlign align)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        int width = double.IsFinite(maxWidth) ? (int)Math.Clamp(Math.Ceiling(maxWidth * Scale) * PangoNative.Unit, 0, int.MaxValue / 2) : -1;
        TextKey key = new(text, style.SizePoints, style.IsBold, width, maxLines, align);
        if (_known.TryGetValue(key, out LinkedListNode<SetText>? node))
        {
            if (node != _newestFirst.First)
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
            }

            return node.Value;
        }

        if (_newestFirst.Count >= Capacity && _newestFirst.Last is { } oldest)
        {
            _newestFirst.RemoveLast();
            _known.Remove(oldest.Value.Key);
            Free(oldest.Value);
        }

        SetText made = Make(key);
        _known[key] = _newestFirst.AddFirst(made);
        return made;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Forget();
        PangoNative.Unref(_context);
        PangoNative.Unref(_fontMap);
    }

    private void Forget()
    {
        foreach (SetText set in _newestFirst)
        {
            Free(set);
        }

        foreach (nint font in _fonts.Values)
        {
            PangoNative.FreeFont(font);
        }

        _newestFirst.Clear();
        _known.Clear();
        _fonts.Clear();
    }

    private static void Free(SetText set)
    {
        PangoNative.Unref(set.Layout);
        Interlocked.Decrement(ref _liveObjects);
    }

    private SetText Make(TextKey key)
    {
        nint layout = PangoNative.CreateLayout(_context);
        Interlocked.Increment(ref _liveObjects);
        PangoNative.SetFont(layout, Font(key.SizePoints, key.IsBold));
        PangoNative.SetAutoDirection(layout, 0);
        PangoNative.SetWidth(layout, key.WidthUnits);
        PangoNative.SetAlignment(layout, key.Align switch { TextAlign.Centre => 1, TextAlign.Right => 2, _ => 0 });
        PangoNative.SetSingleParagraph(layout, key.MaxLines == 1 ? 1 : 0);
        PangoNative.SetWrap(layout, WordThenCharacter);
        if (key.MaxLines > 0 && key.WidthUnits >= 0)
        {
            PangoNative.SetHeight(layout, -key.MaxLines);
            PangoNative.SetEllipsize(layout, EllipsizeEnd);
        }

        // Lone surrogates become replacement characters; what no window can show is not set at all.
        byte[] utf8 = Encoding.UTF8.GetBytes(key.Text.Length > LongestText ? key.Text[..LongestText] : key.Text);
        fixed (byte* start = utf8)
        {
            byte none = 0;
            PangoNative.SetText(layout, start == null ? &none : start, utf8.Length);
        }

        int width = 0, height = 0;
        PangoNative.GetSize(layout, &width, &height);
        return new SetText(key, layout, (double)width / PangoNative.Unit, (double)height / PangoNative.Unit);
    }

    private nint Font(double sizePoints, bool isBold)
    {
        if (!_fonts.TryGetValue((sizePoints, isBold), out nint font))
        {
            font = PangoNative.CreateFont();
            PangoNative.SetFamily(font, Families);
            PangoNative.SetAbsoluteSize(font, sizePoints * Scale * PangoNative.Unit);
            PangoNative.SetWeight(font, isBold ? BoldWeight : RegularWeight);
            _fonts[(sizePoints, isBold)] = font;
        }

        return font;
    }
}
