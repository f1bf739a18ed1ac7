using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Windowing;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>Somebody who is told everything and does nothing.</summary>
internal sealed class SilentListener : INativeWindowListener
{
    public void PointerMoved(int x, int y, PointerModifiers modifiers)
    {
    }

    public void PointerLeft()
    {
    }

    public void PointerPressed(int x, int y, PointerModifiers modifiers, uint timeMs)
    {
    }

    public void MiddlePressed(int x, int y)
    {
    }

    public void TextArrived(string text)
    {
    }

    public void PointerReleased(int x, int y, PointerModifiers modifiers)
    {
    }

    public void Scrolled(int x, int y, double lines)
    {
    }

    public void KeyPressed(EditorKey key, string text, PointerModifiers modifiers)
    {
    }

    public void TextFocusLost()
    {
    }

    public void Resized(int width, int height)
    {
    }

    public void ViewableChanged()
    {
    }

    public void DragEnded(DragOutcome outcome)
    {
    }
}
