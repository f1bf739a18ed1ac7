using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;
using GrooveGuru.Plugin.Editor.Windowing.X11.Input;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <content>What the display tells.</content>
internal sealed unsafe partial class X11Window
{
    private const byte MainButton = 1, MiddleButton = 2, WheelUp = 4, WheelDown = 5;
    private const byte FocusNormal = 0, FocusWhileGrabbed = 3;
    private const byte FocusOfInferior = 2, FocusOfPointer = 5;
    private const double LinesPerNotch = 3;
    private (short X, short Y) _rootPlace;
    private X11Event? _move;
    private uint? _resizeRequest;

    /// <inheritdoc/>
    public void HandleEvents()
    {
        while (_connection.TryTake(out X11Event happened))
        {
            if (happened.Kind == EventKind.MotionNotify)
            {
                // A fast mouse moves a thousand times a second; only where it is now counts.
                _move = happened;
                continue;
            }

            HandleMove();
            Handle(happened);
        }

        HandleMove();
        if (_visibility.Refresh())
        {
            _listener.ViewableChanged();
        }

        _connection.Flush();
    }

    private void HandleMove()
    {
        if (_move is not { } move)
        {
            return;
        }

        _move = null;
        TakeInput(move);
        if (_drag.Phase == DragPhase.Carried)
        {
            _drag.Move(_rootPlace);
        }
        else
        {
            _listener.PointerMoved(move.Place.X, move.Place.Y, X11Keyboard.ModifiersOf(move.State));
        }
    }

    private void Handle(in X11Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.KeyPress:
                TakeInput(happened);
                HandleKey(happened);
                break;
            case EventKind.ButtonPress or EventKind.ButtonRelease:
                TakeInput(happened);
                HandleButton(happened);
                break;
            case EventKind.EnterNotify:
                TakeInput(happened);
                break;
            case EventKind.LeaveNotify when happened.Byte(30) == FocusNormal && _drag.Phase != DragPhase.Carried:
                _listener.PointerLeft();
                break;
            case EventKind.FocusOut when happened.UInt32(4) == _window && _focus.IsTaken && IsLoss(happened):
                _listener.TextFocusLost();
                break;
            case EventKind.Expose when happened.UInt32(4) == _window:
                _picture.Show(_window, _context, ExposedBy(happened));
                break;
            case EventKind.ConfigureNotify when happened.UInt32(8) == _window && !IsBeforeOwnResize(happened):
                _listener.Resized(happened.UInt16(20), happened.UInt16(22));
                break;
            case EventKind.DestroyNotify when happened.UInt32(8) == _window:
                ForgetWindow();
                break;
            case EventKind.MappingNotify:
                _keyboard.Reload();
                _keys.FollowKeyboard();
                break;
            case EventKind.SelectionNotify when _paste.Take(happened) is { } text:
                _listener.TextArrived(text);
                break;
            case EventKind.SelectionClear or EventKind.SelectionRequest or EventKind.ClientMessage:
                _clipboard.Take(happened);
                _drag.Take(happened);
                break;
            default:
                _visibility.Take(happened);
                break;
        }
    }

    private void HandleKey(in X11Event happened)
    {
        if (_drag.Phase == DragPhase.Carried)
        {
            if (_keyboard.IsEscape(happened.Detail))
            {
                _drag.Cancel();
            }
        }
        else if (_focus.IsTaken || (_keys.Interest != KeyInterest.None && !happened.IsSent))
        {
            (EditorKey key, string text) = _keyboard.Read(happened.Detail, happened.State);
            _listener.KeyPressed(key, text, X11Keyboard.ModifiersOf(happened.State));
        }
    }

    private void HandleButton(in X11Event happened)
    {
        bool isPress = happened.Kind == EventKind.ButtonPress;
        PointerModifiers modifiers = X11Keyboard.ModifiersOf(happened.State);
        (short x, short y) = happened.Place;
        switch (happened.Detail)
        {
            case MainButton when _drag.Phase == DragPhase.Carried:
                if (!isPress)
                {
                    _drag.Move(_rootPlace);
                    _drag.Release();
                }

                break;
            case MainButton when isPress:
                _listener.PointerPressed(x, y, modifiers, happened.TimeMs);
                break;
            case MainButton:
                _listener.PointerReleased(x, y, modifiers);
                break;
            case MiddleButton when isPress && _drag.Phase != DragPhase.Carried:
                _listener.MiddlePressed(x, y);
                break;
            case WheelUp or WheelDown when isPress:
                _listener.Scrolled(x, y, happened.Detail == WheelUp ? -LinesPerNotch : LinesPerNotch);
                break;
        }
    }

    private static PixelRect ExposedBy(in X11Event happened) => new(
        happened.UInt16(8), happened.UInt16(10), happened.UInt16(8) + happened.UInt16(12), happened.UInt16(10) + happened.UInt16(14));

    // A size from before our own newest one is old news; following it would never end.
    private bool IsBeforeOwnResize(in X11Event happened)
    {
        if (_resizeRequest is { } request && happened.IsBefore(request))
        {
            return true;
        }

        _resizeRequest = null;
        return false;
    }

    // A focus that only shone through our window because the pointer is there was never ours.
    private static bool IsLoss(in X11Event happened)
        => happened.Byte(8) is FocusNormal or FocusWhileGrabbed && happened.Detail is not (FocusOfInferior or FocusOfPointer);

    private void TakeInput(in X11Event happened)
    {
        _connection.TimeMs = happened.TimeMs;
        _rootPlace = happened.RootPlace;
    }

    // Ours is destroyed or will be now; often with the host's, before it has told us. What lies outside of it stays behind and has to be
    // given back or handed over: the keys on the outermost window, and what was copied.
    private void ForgetWindow()
    {
        _drag.Cancel();
        _focus.Forget();
        if (_clipboard.IsOffered && !IsLost)
        {
            ClipboardKeeper.Keep(_clipboard.Content, _clipboard.SinceMs);
        }

        _clipboard.Forget();
        _paste.Forget();
        _keys.Set(0, KeyInterest.None);
        _visibility.Forget();
        Xcb.FreeGc(_connection.Handle, _context);
        (_window, _context, _pointer, _move, _resizeRequest) = (0, 0, PointerShape.Arrow, null, null);
        _picture.Dispose();
    }
}
