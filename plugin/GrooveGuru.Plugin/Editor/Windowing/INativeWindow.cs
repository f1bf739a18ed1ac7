using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>
/// A window of the system, embedded in the host's. All lengths are pixels. It never waits for the user and runs no loop of its own:
/// it lives from <see cref="HandleEvents"/> and <see cref="Tick"/>. [main-thread]
/// </summary>
internal interface INativeWindow : IDisposable
{
    /// <summary>What the host has to watch; -1 where the host's own loop brings the events.</summary>
    int EventDescriptor { get; }

    /// <summary>Pixels of a point as the user has set it for the whole system, 1–3.</summary>
    double SystemScale { get; }

    /// <summary>Whether anything of it can be seen: it is in a host's window, and no window around it is hidden.</summary>
    bool IsViewable { get; }

    /// <summary>Whether the window system is gone; nothing works any more, and nothing fails.</summary>
    bool IsLost { get; }

    /// <summary>How text is set at a content scale; stays valid until another scale is asked for.</summary>
    /// <param name="scale">Pixels of a point.</param>
    ITextRuler UseScale(double scale);

    /// <summary>Makes the window inside the host's and shows it.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <returns>False where that is not possible.</returns>
    bool TryAttach(nint parent, int width, int height);

    /// <summary>Takes the window away; may be called at any time.</summary>
    void Detach();

    /// <summary>Gives the window another size.</summary>
    void Resize(int width, int height);

    /// <summary>Lets the content paint parts of itself, and shows them at once.</summary>
    /// <param name="content">What paints.</param>
    /// <param name="parts">The parts, points.</param>
    void Paint(IEditorSurface content, ReadOnlySpan<Rect> parts);

    /// <summary>Handles everything that has come in, without waiting.</summary>
    void HandleEvents();

    /// <summary>Lets time pass for what has been begun: a drag whose target does not answer.</summary>
    /// <param name="nowSeconds">A clock that only runs forward, s.</param>
    void Tick(double nowSeconds);

    /// <summary>Shows another shape of the pointer.</summary>
    void SetPointer(PointerShape shape);

    /// <summary>Takes the keyboard from the host, or gives it back.</summary>
    void SetTextFocus(bool isWanted);

    /// <summary>Takes other keys from the host while nothing is typed.</summary>
    void SetKeys(KeyInterest interest);

    /// <summary>Asks for the text on the clipboard; it is told when it comes, if it does.</summary>
    /// <param name="isChosen">Whether what was chosen with the mouse is meant instead, where the system knows that.</param>
    void RequestText(bool isChosen);

    /// <summary>Puts text on the clipboard.</summary>
    void CopyText(string text);

    /// <summary>Begins to drag files, while the button is held.</summary>
    /// <returns>False where that is not possible now; the end is not told then.</returns>
    bool TryBeginDrag(DragOffer offer);
}
