using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>
/// The plugin's window without any window system: it stands between the content, a native window and the host's frame, knows the
/// content scale, and paints only what has changed and only while it can be seen. [main-thread]
/// </summary>
internal sealed partial class EditorWindow : IEditorShell, IDisposable
{
    private const double LeastScale = 1, MostScale = 3;
    private const int MostPixels = 8192;
    private readonly Func<IEditorShell, ITextRuler, IEditorSurface> _makeContent;
    private readonly WindowActivity _activity = new();
    private INativeWindow _native = null!;
    private IEditorSurface _content = null!;
    private double _scale;
    private (int Width, int Height) _size;
    private readonly List<Rect> _damage = [];
    private bool _isAllDamaged;
    private bool _isAttached;

    private EditorWindow(Func<IEditorShell, ITextRuler, IEditorSurface> makeContent) => _makeContent = makeContent;

    /// <summary>The host's frame; null before the host has given one.</summary>
    public IEditorFrame? Frame { get; set; }

    /// <summary>What the host has to watch; -1 for nothing.</summary>
    public int EventDescriptor => _native.EventDescriptor;

    /// <summary>Whether the window system is gone.</summary>
    public bool IsLost => _native.IsLost;

    /// <summary>Its size, pixels.</summary>
    public (int Width, int Height) Size => _size;

    /// <summary>What it has done until now.</summary>
    public WindowActivity Activity => _activity;

    /// <summary>Opens a window that is not yet in a host's.</summary>
    /// <param name="makeContent">Makes the content for the shell and the text of one content scale.</param>
    /// <param name="problem">What is missing and what to do; empty where nothing is.</param>
    /// <returns>Null where this system has no window to offer.</returns>
    public static EditorWindow? TryOpen(Func<IEditorShell, ITextRuler, IEditorSurface> makeContent, out string problem)
    {
        EditorWindow window = new(makeContent);
        if (NativeWindows.TryOpen(window, out problem) is not { } native)
        {
            return null;
        }

        try
        {
            window._native = native;
            window.UseScale(native.SystemScale);
            return window;
        }
        catch
        {
            native.Dispose();
            throw;
        }
    }

    /// <summary>Takes the host's content scale, which counts more than the system's.</summary>
    /// <param name="scale">Pixels of a point; kept within 1 to 3.</param>
    public void SetHostScale(double scale)
    {
        double before = _scale;
        (int width, int height) = _size;
        UseScale(scale);
        if (_isAttached && _scale != before && Frame?.RequestSize(_size.Width, _size.Height) != true)
        {
            // The host keeps its size: there is less or more room for content of another scale.
            Resize(width, height);
        }
    }

    /// <summary>Puts it into the host's window and shows it.</summary>
    /// <returns>False where that is not possible.</returns>
    public bool TryAttach(nint parent)
    {
        _isClicked = false;
        _isAttached = _native.TryAttach(parent, _size.Width, _size.Height);
        DamageAll();
        return _isAttached;
    }

    /// <summary>Takes it out of the host's window; may be called at any time.</summary>
    public void Detach()
    {
        if (_isAttached)
        {
            _isAttached = false;
            _native.Detach();
            PluginLog.Write(_activity.ToString());
        }
    }

    /// <summary>Takes the host's size, pixels.</summary>
    public void Resize(int width, int height)
    {
        (width, height) = (Math.Clamp(width, 1, MostPixels), Math.Clamp(height, 1, MostPixels));
        if ((width, height) != _size)
        {
            _size = (width, height);
            _native.Resize(width, height);
            _content.Resize(width / _scale, height / _scale);
            DamageAll();
        }
    }

    /// <summary>The nearest size that the content can be shown in, pixels.</summary>
    public (int Width, int Height) Constrain(int width, int height)
    {
        (int leastWidth, int leastHeight) = ToPixels(_content.LeastSize);
        return (Math.Clamp(width, leastWidth, MostPixels), Math.Clamp(height, leastHeight, MostPixels));
    }

    /// <summary>Handles what has come in from the window system.</summary>
    public void HandleEvents()
    {
        _native.HandleEvents();
        if (_isUrgent)
        {
            UpdateAndPaint();
        }
    }

    /// <summary>Lets time pass; about 30 times a second.</summary>
    public void Tick()
    {
        _native.HandleEvents();
        _native.Tick(NowSeconds);
        UpdateAndPaint();
    }

    /// <inheritdoc/>
    public void CopyText(string text) => _native.CopyText(text);

    /// <inheritdoc/>
    public void RequestSize()
    {
        (int width, int height) = ToPixels(_content.WantedSize);
        if (!_isAttached)
        {
            Resize(width, height);
        }
        else if ((width, height) != _size && Frame?.RequestSize(width, height) == true)
        {
            // Most hosts have told the size by now; where one has not, it has still agreed.
            Resize(width, height);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Detach();
        (_content as IDisposable)?.Dispose();
        _native.Dispose();
    }

    private static double NowSeconds => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    private void UseScale(double scale)
    {
        scale = Math.Clamp(scale, LeastScale, MostScale);
        if (scale == _scale)
        {
            return;
        }

        // Text is set anew for another scale, and the content keeps its ruler: it begins anew as well.
        (_content as IDisposable)?.Dispose();
        _scale = scale;
        _content = _makeContent(this, _native.UseScale(scale));
        _size = ToPixels(_content.WantedSize);
        _native.Resize(_size.Width, _size.Height);
        _content.Resize(_size.Width / _scale, _size.Height / _scale);
        DamageAll();
    }

    private void UpdateAndPaint()
    {
        _isUrgent = false;
        if (!_isAttached || !_native.IsViewable)
        {
            return;
        }

        _activity.Updates++;
        ReadOnlySpan<Rect> changed = _content.Update(NowSeconds);
        if (!_isAllDamaged)
        {
            _damage.AddRange(changed);
        }

        FollowContent();
        if (_damage.Count > 0)
        {
            _native.Paint(_content, CollectionsMarshal.AsSpan(_damage));
            _damage.Clear();
            _isAllDamaged = false;
            _activity.Paints++;
        }
    }

    private void FollowContent()
    {
        _native.SetPointer(_content.Pointer);
        _native.SetTextFocus(WantsText);
        _native.SetKeys(Interest);
    }

    private void DamageAll()
    {
        _damage.Clear();
        _damage.Add(new Rect(0, 0, _size.Width / _scale, _size.Height / _scale));
        _isAllDamaged = true;
    }

    private (int Width, int Height) ToPixels((double Width, double Height) points) => (
        Math.Clamp((int)Math.Ceiling(points.Width * _scale), 1, MostPixels),
        Math.Clamp((int)Math.Ceiling(points.Height * _scale), 1, MostPixels));
}
