namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>What a window of the system tells. All lengths are pixels. [main-thread]</summary>
internal interface INativeWindowListener
{
    /// <summary>The pointer is at a place.</summary>
    void PointerMoved(int x, int y, PointerModifiers modifiers);

    /// <summary>The pointer has left.</summary>
    void PointerLeft();

    /// <summary>The main button went down.</summary>
    /// <param name="x">From the left edge.</param>
    /// <param name="y">From the upper edge.</param>
    /// <param name="modifiers">Held keys.</param>
    /// <param name="timeMs">The window system's clock, ms; wraps around.</param>
    void PointerPressed(int x, int y, PointerModifiers modifiers, uint timeMs);

    /// <summary>The middle button was pressed: it puts what was chosen with the mouse into a text field.</summary>
    void MiddlePressed(int x, int y);

    /// <summary>The main button went up.</summary>
    void PointerReleased(int x, int y, PointerModifiers modifiers);

    /// <summary>The wheel was turned, in lines, positive down.</summary>
    void Scrolled(int x, int y, double lines);

    /// <summary>Text has come that was asked for.</summary>
    void TextArrived(string text);

    /// <summary>A key went down while the window has the keyboard, or one that it has taken from the host.</summary>
    void KeyPressed(EditorKey key, string text, PointerModifiers modifiers);

    /// <summary>Somebody else has taken the keyboard.</summary>
    void TextFocusLost();

    /// <summary>The window has another size, which the host has given it.</summary>
    void Resized(int width, int height);

    /// <summary>Whether anything of the window can be seen has changed.</summary>
    void ViewableChanged();

    /// <summary>A drag has ended.</summary>
    void DragEnded(DragOutcome outcome);
}
