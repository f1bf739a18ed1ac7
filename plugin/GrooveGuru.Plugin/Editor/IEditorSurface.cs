using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor;

/// <summary>
/// The content of the window, without any window system: it is painted on a canvas and told what the user does. All lengths are
/// points, that is pixels over the content scale, from the upper left corner. [main-thread]
/// </summary>
internal interface IEditorSurface
{
    /// <summary>Size that it wants now, points; changes with the compact view.</summary>
    (double Width, double Height) WantedSize { get; }

    /// <summary>Smallest size at which everything can be reached, points.</summary>
    (double Width, double Height) LeastSize { get; }

    /// <summary>Whether a text field has the focus: only then keys are taken from the host.</summary>
    bool WantsText { get; }

    /// <summary>Whether a ring shows what the keyboard acts on.</summary>
    bool ShowsFocus { get; }

    /// <summary>The shape of the pointer where it is now.</summary>
    PointerShape Pointer { get; }

    /// <summary>Gives it a size, points.</summary>
    void Resize(double width, double height);

    /// <summary>Lets time pass: new state, meters, tooltips, blinking.</summary>
    /// <param name="nowSeconds">A clock that only runs forward, s.</param>
    /// <returns>What has to be painted again, in parts that do not overlap; empty where nothing changed. Valid until the next call.</returns>
    ReadOnlySpan<Rect> Update(double nowSeconds);

    /// <summary>Paints everything that lies in a part of it.</summary>
    /// <param name="canvas">Scaled so that its unit is a point.</param>
    /// <param name="part">What has to be painted, points.</param>
    void Paint(ICanvas canvas, Rect part);

    /// <summary>The pointer is at a place.</summary>
    void PointerMoved(double x, double y, PointerModifiers modifiers);

    /// <summary>The pointer has left.</summary>
    void PointerLeft();

    /// <summary>A button went down; the second of a double click has a count of 2.</summary>
    void PointerPressed(double x, double y, PointerModifiers modifiers, int clickCount);

    /// <summary>The button went up.</summary>
    void PointerReleased(double x, double y, PointerModifiers modifiers);

    /// <summary>The wheel was turned, in lines, positive down.</summary>
    void Scrolled(double x, double y, double lines);

    /// <summary>A key went down.</summary>
    /// <param name="key">A key with a meaning of its own, or <see cref="EditorKey.None"/>.</param>
    /// <param name="text">What it types; empty for nothing.</param>
    /// <param name="modifiers">Held keys.</param>
    /// <returns>Whether it was used; the host gets it otherwise.</returns>
    bool KeyPressed(EditorKey key, string text, PointerModifiers modifiers);

    /// <summary>The files that a drag, which has just begun at a drag strip, takes along; null while none begins. Asked once after each move.</summary>
    DragOffer? TakeDrag();

    /// <summary>The drag has ended, or could not begin.</summary>
    void DragEnded(DragOutcome outcome);
}
