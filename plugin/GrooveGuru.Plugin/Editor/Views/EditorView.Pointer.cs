using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views;

/// <content>What the pointer does.</content>
internal sealed partial class EditorView
{
    private const double DragThreshold = 5;
    private double _pointerX = -1, _pointerY = -1, _pressX, _pressY;
    private bool _holdsBar;
    private DragOffer? _drag;

    /// <inheritdoc/>
    public PointerShape Pointer => _stage.Hovered?.Pointer ?? PointerShape.Arrow;

    /// <inheritdoc/>
    public void PointerMoved(double x, double y, PointerModifiers modifiers)
    {
        (_pointerX, _pointerY) = (x, y);
        if (_holdsBar)
        {
            _page.Drag(_stage, x, y);
            return;
        }

        if (_stage.Pressed is DragStrip strip)
        {
            if (Math.Abs(x - _pressX) > DragThreshold || Math.Abs(y - _pressY) > DragThreshold)
            {
                _drag = strip.Offer;
                _stage.Pressed = null;
                HideBubble();
            }

            return;
        }

        _stage.Pressed?.Drag(_stage, x, y);
        Hover();
    }

    /// <inheritdoc/>
    public void PointerLeft()
    {
        (_pointerX, _pointerY) = (-1, -1);
        Hover();
    }

    /// <inheritdoc/>
    public void PointerPressed(double x, double y, PointerModifiers modifiers, int clickCount)
    {
        (_pointerX, _pointerY, _pressX, _pressY) = (x, y, x, y);
        _drag = null;
        HideBubble();
        Hover();
        if (_page.IsOnBar(x, y) && _panel?.Bounds.Contains(x, y) != true)
        {
            _holdsBar = true;
            _page.Press(_stage, x, y, modifiers, clickCount);
            return;
        }

        Widget? hit = Hit(x, y);
        if (_panel is not null && !_panel.Bounds.Contains(x, y) && hit?.Id != OpenerId(_actions.Panel))
        {
            _actions.Switch(_actions.Panel);
        }

        Focus(hit is { IsFocusable: true } ? hit : null, showsRing: false);
        _stage.Pressed = hit is { WhyDisabled: null } ? hit : null;
        if (hit is { WhyDisabled: null })
        {
            hit.Press(_stage, x, y, modifiers, clickCount);
            _stage.Repaint(hit.Bounds);
        }
        else if (hit is not null)
        {
            ShowBubble(hit);
        }
    }

    /// <inheritdoc/>
    public void PointerReleased(double x, double y, PointerModifiers modifiers)
    {
        (_pointerX, _pointerY) = (x, y);
        _holdsBar = false;
        Widget? pressed = _stage.Pressed;
        _stage.Pressed = null;
        if (pressed is not null)
        {
            _stage.Repaint(pressed.Bounds);
            if (pressed.WhyDisabled is null && Hit(x, y) == pressed)
            {
                pressed.Click(_stage);
            }
        }

        Hover();
    }

    /// <inheritdoc/>
    public void Scrolled(double x, double y, double lines)
    {
        HideBubble();
        if (_page.Bounds.Contains(x, y) && _panel?.Bounds.Contains(x, y) != true && _page.Scroll(_stage, lines))
        {
            (_pointerX, _pointerY) = (x, y);
            Hover();
        }
    }

    /// <inheritdoc/>
    public DragOffer? TakeDrag()
    {
        DragOffer? drag = _drag;
        _drag = null;
        return drag;
    }

    /// <inheritdoc/>
    public void DragEnded(DragOutcome outcome)
    {
        _stage.Pressed = null;
        Hover();
        if (DragWords.Of(outcome) is { } note)
        {
            _desk.Tell(note);
        }
    }

    private Widget? Hit(double x, double y)
    {
        if (_panel is not null && _panel.Bounds.Contains(x, y))
        {
            return _panel.At(x, y);
        }

        return _page.At(x, y) ?? _tabs.At(x, y) ?? _meters.At(x, y) ?? _banner.At(x, y) ?? _header.At(x, y);
    }

    private void Hover()
    {
        Widget? now = _pointerX < 0 ? null : Hit(_pointerX, _pointerY);
        if (now == _stage.Hovered)
        {
            return;
        }

        if (_stage.Hovered is { } before)
        {
            _stage.Repaint(before.Bounds);
        }

        _stage.Hovered = now;
        if (now is not null)
        {
            _stage.Repaint(now.Bounds);
        }
    }
}
