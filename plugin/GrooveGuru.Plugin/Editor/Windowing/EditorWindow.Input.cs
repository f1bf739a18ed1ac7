namespace GrooveGuru.Plugin.Editor.Windowing;

/// <content>What the user does.</content>
internal sealed partial class EditorWindow : INativeWindowListener
{
    private readonly ClickCounter _clicks = new();
    private bool _isUrgent;
    private bool _isTextFocusLost;
    private bool _isClicked;
    private bool _isDragging;

    /// <summary>Whether a text field of the content has the focus: only then keys are taken from the host.</summary>
    public bool WantsText => _content.WantsText && !_isTextFocusLost;

    /// <summary>A key that the host hands on.</summary>
    /// <returns>Whether it was used: without a text field that has the focus only what <see cref="KeyInterest"/> names.</returns>
    public bool KeyFromHost(EditorKey key, string text, PointerModifiers modifiers)
    {
        bool isUsed = TakeKey(key, text, modifiers);
        if (isUsed)
        {
            UpdateAndPaint();
        }

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
            _content.PointerLeft();
            DragOutcome? failure = !offer.Paths.All(File.Exists) ? DragOutcome.FileMissing
                : !_native.TryBeginDrag(offer) ? DragOutcome.NotStarted
                : null;
            _isDragging = failure is null;

            // Nor does the keyboard: where a drag ends, nobody tells that the pointer has left, and Tab would stay taken from the host.
            _isClicked &= !_isDragging;
            if (failure is { } outcome)
            {
                ((INativeWindowListener)this).DragEnded(outcome);
            }
        }

        FollowContent();
    }

    void INativeWindowListener.PointerLeft()
    {
        _content.PointerLeft();
        _isClicked = false;
        FollowContent();
    }

    void INativeWindowListener.PointerPressed(int x, int y, PointerModifiers modifiers, uint timeMs)
    {
        // A drag that still waits for its target has let the pointer go.
        (_isDragging, _isTextFocusLost, _isClicked) = (false, false, true);
        _content.PointerPressed(x / _scale, y / _scale, modifiers, _clicks.Press(x, y, timeMs, _scale));
        AfterInput();
    }

    void INativeWindowListener.MiddlePressed(int x, int y)
    {
        _content.PointerMoved(x / _scale, y / _scale, PointerModifiers.None);
        if (_content.Pointer == PointerShape.Text)
        {
            (_isTextFocusLost, _isClicked) = (false, true);
            _content.PointerPressed(x / _scale, y / _scale, PointerModifiers.None, 1);
            _content.PointerReleased(x / _scale, y / _scale, PointerModifiers.None);
            AfterInput();
            _native.RequestText(isChosen: true);
        }
    }

    void INativeWindowListener.TextArrived(string text)
    {
        // It may be one of many lines; a field has one.
        if (WantsText)
        {
            _content.KeyPressed(EditorKey.None, text.ReplaceLineEndings(" ").Replace('\t', ' '), PointerModifiers.None);
            AfterInput();
        }
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
        => TakeKey(key, text, modifiers);

    void INativeWindowListener.TextFocusLost() => (_isTextFocusLost, _isClicked) = (true, false);

    void INativeWindowListener.Resized(int width, int height) => Resize(width, height);

    void INativeWindowListener.ViewableChanged() => DamageAll();

    void INativeWindowListener.DragEnded(DragOutcome outcome)
    {
        _isDragging = false;
        _content.DragEnded(outcome);
        _isUrgent = true;
    }

    // The user has pressed into the window, and the pointer is still there: then Tab means its controls.
    private KeyInterest Interest => !_isClicked || WantsText ? KeyInterest.None : _content.ShowsFocus ? KeyInterest.Ring : KeyInterest.Steps;

    private bool TakeKey(EditorKey key, string text, PointerModifiers modifiers)
    {
        if (WantsText && IsPaste(key, text, modifiers))
        {
            _native.RequestText(isChosen: false);
            return true;
        }

        if (!WantsText && !IsOfInterest(key, modifiers))
        {
            return false;
        }

        bool isUsed = _content.KeyPressed(key, text, modifiers);
        AfterInput();
        return isUsed;
    }

    private static bool IsPaste(EditorKey key, string text, PointerModifiers modifiers) => key == EditorKey.Insert
        ? modifiers == PointerModifiers.Shift
        : modifiers.HasFlag(PointerModifiers.Control) && !modifiers.HasFlag(PointerModifiers.Alt) && text is "v" or "V" or "\u0016";

    private bool IsOfInterest(EditorKey key, PointerModifiers modifiers) => (modifiers & ~PointerModifiers.Shift) == 0 && Interest switch
    {
        KeyInterest.Steps => key == EditorKey.Tab,
        KeyInterest.Ring => key is EditorKey.Tab or EditorKey.Enter or EditorKey.Escape or EditorKey.PageUp or EditorKey.PageDown
            or EditorKey.Left or EditorKey.Right or EditorKey.Up or EditorKey.Down,
        _ => false,
    };

    // The keyboard goes back to the host with the press or the key that has ended the typing, not a tick later.
    private void AfterInput()
    {
        FollowContent();
        _isUrgent = true;
    }
}
