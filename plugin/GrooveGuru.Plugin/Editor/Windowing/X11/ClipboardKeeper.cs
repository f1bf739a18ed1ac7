using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>
/// Keeps what was copied when its window is gone: with a connection and a thread of its own, from the window's end until another
/// program copies something, until the desktop's clipboard manager has taken it, or until the module is unloaded. One for the process.
/// </summary>
internal sealed class ClipboardKeeper
{
    private const int PollMs = 200;
    private static readonly Lock Gate = new();
    private static ClipboardKeeper? _current;
    private readonly X11Connection _connection;
    private readonly X11Selection _clipboard;
    private readonly byte[] _text;
    private readonly uint _window;
    private readonly Thread _thread;
    private volatile bool _isEnding;

    private ClipboardKeeper(X11Connection connection, byte[] text, uint timeMs)
    {
        _connection = connection;
        _connection.TimeMs = timeMs;
        _text = text;
        _clipboard = new X11Selection(connection, connection.Atoms.Clipboard);
        _window = connection.NewId();
        connection.CreateHidden(_window);
        _clipboard.Offer(_window, text, connection.Atoms.Utf8String, connection.Atoms.PlainText);
        connection.Flush();
        _thread = new Thread(Serve) { IsBackground = true, Name = "Groove Guru clipboard" };
    }

    /// <summary>Whether something is kept now.</summary>
    public static bool IsKeeping
    {
        get
        {
            lock (Gate)
            {
                return _current is { } keeper && keeper._thread.IsAlive;
            }
        }
    }

    /// <summary>Offers text in the place of a window that ends; without a display nothing is kept.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="timeMs">Since when the window has offered it, ms of the display's clock.</param>
    public static void Keep(ReadOnlySpan<byte> text, uint timeMs)
    {
        End();
        if (X11Connection.TryOpen(out _) is { } connection)
        {
            lock (Gate)
            {
                _current = new ClipboardKeeper(connection, text.ToArray(), timeMs);
                _current._thread.Start();
            }
        }
    }

    /// <summary>Keeps nothing any more; returns when the thread is gone.</summary>
    public static void End()
    {
        lock (Gate)
        {
            if (_current is { } keeper)
            {
                keeper._isEnding = true;
                keeper._thread.Join();
                _current = null;
            }
        }
    }

    private void Serve()
    {
        try
        {
            if (!_clipboard.IsAccepted())
            {
                return; // somebody has copied something since
            }

            AskManager();
            while (!_isEnding && _clipboard.IsOffered && !_connection.IsLost)
            {
                while (_connection.TryTake(out X11Event happened))
                {
                    if (happened.Kind == EventKind.SelectionNotify && happened.UInt32(20) != 0)
                    {
                        return; // the manager has taken it
                    }

                    _clipboard.Take(happened);
                }

                _connection.Wait(PollMs);
            }
        }
        catch (Exception error)
        {
            Faults.Report(error, "keeping the clipboard");
        }
        finally
        {
            _connection.Dispose();
        }
    }

    private void AskManager()
    {
        uint manager = _connection.Atoms.ClipboardManager;
        using (X11Reply owner = _connection.Answer(Xcb.GetSelectionOwner(_connection.Handle, manager)))
        {
            if (owner.IsNull || owner.UInt32(8) == 0)
            {
                return;
            }
        }

        _connection.WriteNumbers(_window, _connection.Atoms.Pasted, X11Atoms.Atom, [_connection.Atoms.Utf8String, _connection.Atoms.PlainText]);
        Xcb.ConvertSelection(
            _connection.Handle, _window, manager, _connection.Atoms.SaveTargets, _connection.Atoms.Pasted, _connection.TimeMs);
        _connection.Flush();
    }
}
