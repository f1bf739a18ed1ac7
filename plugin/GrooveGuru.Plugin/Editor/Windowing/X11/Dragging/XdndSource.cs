using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>
/// Drags files out of a window into other programs (XDND, versions 3 to 5). It lives from events and time and waits for nobody: a
/// target that does not answer only ends the drag. [main-thread]
/// </summary>
internal sealed class XdndSource : IDisposable
{
    /// <summary>How long a target may think about the last place after the button was let go, s.</summary>
    public const double StatusSeconds = 3;

    /// <summary>How long a target may take to read what was dropped, s.</summary>
    public const double FinishSeconds = 10;

    private readonly X11Connection _connection;
    private readonly XdndMessages _messages;
    private readonly XdndTargetSearch _search;
    private readonly X11Selection _selection;
    private readonly DragGrab _grab;
    private readonly DragLabel _label;
    private uint _window;
    private XdndTarget? _target;
    private bool _isAccepted, _isAnswerDue, _isMovePending;
    private (short X, short Y) _place;
    private double _nowSeconds, _deadlineSeconds;

    /// <summary>Without a drag.</summary>
    public XdndSource(X11Connection connection, X11Cursors cursors)
    {
        _connection = connection;
        _messages = new XdndMessages(connection);
        _search = new XdndTargetSearch(connection);
        _selection = new X11Selection(connection, connection.Atoms.XdndSelection);
        _grab = new DragGrab(connection, cursors);
        _label = new DragLabel(connection);
    }

    /// <summary>How far the drag has come.</summary>
    public DragPhase Phase { get; private set; }

    /// <summary>What is told at the end of a drag.</summary>
    public Action<DragOutcome> Ended { get; set; } = static _ => { };

    /// <summary>Begins a drag while a button is held; one that is still being taken is left to itself.</summary>
    /// <param name="window">Our window.</param>
    /// <param name="offer">The files.</param>
    /// <param name="place">The pointer on the root window.</param>
    /// <param name="texts">Set text for the label.</param>
    /// <returns>False where the pointer cannot be followed.</returns>
    public bool TryBegin(uint window, DragOffer offer, (short X, short Y) place, TextLayouts texts)
    {
        if (Phase != DragPhase.None)
        {
            Cancel();
        }

        if (!_grab.TryTake(window))
        {
            return false;
        }

        _window = window;
        _selection.Offer(window, UriList.Encode(offer.Paths), _connection.Atoms.UriList);
        _search.Forget();
        (_target, _isAccepted, _isAnswerDue, _isMovePending) = (null, false, false, false);
        Phase = DragPhase.Carried;
        _label.Show(offer.Label, place, texts);
        Move(place);
        return true;
    }

    /// <summary>The pointer is at a place of the root window.</summary>
    public void Move((short X, short Y) place)
    {
        if (Phase != DragPhase.Carried)
        {
            return;
        }

        _place = place;
        _label.Move(place);
        XdndTarget? below = _search.At(place.X, place.Y);
        if (below != _target)
        {
            Leave();
            _target = below;
            if (below is { } entered)
            {
                _messages.Enter(entered, _window);
            }
        }

        if (_isAnswerDue)
        {
            _isMovePending = true;
        }
        else
        {
            TellPlace();
        }

        _connection.Flush();
    }

    /// <summary>The button was let go.</summary>
    public void Release()
    {
        if (Phase != DragPhase.Carried)
        {
            return;
        }

        _grab.GiveBack();
        _label.Hide();
        Phase = DragPhase.LetGo;
        _deadlineSeconds = _nowSeconds + StatusSeconds;
        if (!_isAnswerDue)
        {
            Decide();
        }
    }

    /// <summary>Ends the drag without a drop; one that a target is taking has ended well if it has read the files.</summary>
    /// <param name="outcome">Why, where nothing was dropped.</param>
    public void Cancel(DragOutcome outcome = DragOutcome.GivenUp)
    {
        if (Phase == DragPhase.Dropped)
        {
            End(_selection.WasRead ? DragOutcome.Taken : DragOutcome.NotTaken);
        }
        else if (Phase != DragPhase.None)
        {
            Leave();
            End(outcome);
        }
    }

    /// <summary>Takes an event: a target's message, or a request for the files.</summary>
    public void Take(in X11Event happened)
    {
        _selection.Take(happened);
        if (happened.Kind != EventKind.ClientMessage || _target is not { } target || happened.UInt32(12) != target.Window)
        {
            return;
        }

        uint type = happened.UInt32(8);
        if (type == _connection.Atoms.XdndStatus && Phase is DragPhase.Carried or DragPhase.LetGo)
        {
            TakeStatus((happened.UInt32(16) & 1) != 0);
        }
        else if (type == _connection.Atoms.XdndFinished && Phase == DragPhase.Dropped)
        {
            End(target.Version < XdndTargetSearch.NewestVersion || (happened.UInt32(16) & 1) != 0 ? DragOutcome.Taken : DragOutcome.NotTaken);
        }
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="nowSeconds">A clock that only runs forward, s.</param>
    public void Tick(double nowSeconds)
    {
        _nowSeconds = nowSeconds;
        if (Phase is DragPhase.LetGo or DragPhase.Dropped && nowSeconds > _deadlineSeconds)
        {
            Cancel(DragOutcome.NotTaken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Cancel();
        _label.Dispose();
    }

    private void TakeStatus(bool isAccepted)
    {
        (_isAnswerDue, _isAccepted) = (false, isAccepted);
        if (_isMovePending)
        {
            // The last place before the button was let go counts, too.
            TellPlace();
        }
        else if (Phase == DragPhase.LetGo)
        {
            Decide();
        }

        if (Phase == DragPhase.Carried)
        {
            _grab.Show(isAccepted);
        }
    }

    private void TellPlace()
    {
        _isMovePending = false;
        if (_target is { } target)
        {
            _isAnswerDue = true;
            _messages.Position(target, _window, _place.X, _place.Y, _connection.TimeMs);
        }
    }

    private void Decide()
    {
        if (_target is { } target && _isAccepted)
        {
            Phase = DragPhase.Dropped;
            _deadlineSeconds = _nowSeconds + FinishSeconds;
            _messages.Drop(target, _window, _connection.TimeMs);
        }
        else
        {
            Cancel(DragOutcome.NotWanted);
        }
    }

    private void Leave()
    {
        if (_target is { } target)
        {
            _messages.Leave(target, _window);
        }

        (_target, _isAccepted, _isAnswerDue, _isMovePending) = (null, false, false, false);
        if (Phase == DragPhase.Carried)
        {
            _grab.Show(isAccepted: false);
        }
    }

    private void End(DragOutcome outcome)
    {
        Phase = DragPhase.None;
        _target = null;
        _grab.GiveBack();
        _label.Hide();
        _selection.Withdraw();
        _connection.Flush();
        Ended(outcome);
    }
}
