namespace GrooveGuru.Plugin.Editor.Windowing;

/// <content>What the user does.</content>
internal sealed partial class EditorWindow : INativeWindowListener
{
    private readonly ClickCounter _clicks = new();
    private bool _isUrgent;
    private bool _isTextFocusLost;
    private bool _isDragging;

    /// <summary>Whether a text field of the content has the focus: only then keys are taken from the host.</summary>
    public bool WantsText => _content.WantsText && !_isTextFocusLost;

    /// <summary>A key that the host hands on.</summary>
    /// <returns>Whether it was used; never without a text field that has the focus.</returns>
    public bool KeyFromHost(EditorKey key, string text, PointerModifiers modifiers)
    {
        if (!WantsText)
        {
            return false;
        }

        bool isUsed = _content.KeyPressed(key, text, modifiers);
        AfterInput();
        UpdateAndPaint();
        return isUsed;
    }

    void INativeWindowListener.PointerMoved(int x, int y, PointerModifiers modifiers)
    {
        if (_isDragging)
        {
            return;
        }

        _content.PointerMoved(x / _scale, y / _scale, modifiers);
        if (_content.TakeDrag() is { } offer)
        {
            // From here on the pointer belongs to the drag: nothing under it lights up or explains itself.
            _isDragging = true;
            _content.PointerLeft();
            if (!_native.TryBeginDrag(offer))
            {
                ((INativeWindowListener)this).DragEnded(false);
            }
        }

        _native.SetPointer(_content.Pointer);
    }

    void INativeWindowListener.PointerLeft() => _content.PointerLeft();

    void INativeWindowListener.PointerPressed(int x, int y, PointerModifiers modifiers, uint timeMs)
    {
        _isTextFocusLost = false;
        _content.PointerPressed(x / _scale, y / _scale, modifiers, _clicks.Press(x, y, timeMs, _scale));
        AfterInput();
    }

    void INativeWindowListener.PointerReleased(int x, int y, PointerModifiers modifiers)
    {
        _content.PointerReleased(x / _scale, y / _scale, modifiers);
        AfterInput();
    }

    void INativeWindowListener.Scrolled(int x, int y, double lines)
    {
        _content.Scrolled(x / _scale, y / _scale, lines);
        _isUrgent = true;
    }

    void INativeWindowListener.KeyPressed(EditorKey key, string text, PointerModifiers modifiers)
    {
        _content.KeyPressed(key, text, modifiers);
        AfterInput();
    }

    void INativeWindowListener.TextFocusLost() => _isTextFocusLost = true;

    void INativeWindowListener.Resized(int width, int height) => Resize(width, height);

    void INativeWindowListener.ViewableChanged() => DamageAll();

    void INativeWindowListener.DragEnded(bool wasDropped)
    {
        _isDragging = false;
        _content.DragEnded(wasDropped);
        _isUrgent = true;
    }

    // The keyboard goes back to the host with the press or the key that has ended the typing, not a tick later.
    private void AfterInput()
    {
        FollowContent();
        _isUrgent = true;
    }
}
