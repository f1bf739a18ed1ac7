using System.Text;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>
/// Text that another program offers. It is asked for and comes later, or not at all: long text, which would come in pieces, and
/// answers that come too late are not taken. [main-thread]
/// </summary>
internal sealed class X11Paste
{
    /// <summary>How long a program may take to answer, s.</summary>
    public const double AnswerSeconds = 2;

    private const uint MostWords = 16 * 1024;
    private readonly X11Connection _connection;
    private uint _window, _selection, _form;
    private double _deadlineSeconds, _nowSeconds;

    /// <summary>Nothing is asked for yet.</summary>
    public X11Paste(X11Connection connection) => _connection = connection;

    /// <summary>Asks who offers a selection for its text.</summary>
    /// <param name="window">Ours.</param>
    /// <param name="selection">The selection's atom.</param>
    public void Ask(uint window, uint selection)
    {
        (_window, _selection, _deadlineSeconds) = (window, selection, _nowSeconds + AnswerSeconds);
        AskFor(_connection.Atoms.Utf8String);
    }

    /// <summary>Takes nothing any more.</summary>
    public void Forget() => _window = 0;

    /// <summary>Lets time pass.</summary>
    public void Tick(double nowSeconds)
    {
        _nowSeconds = nowSeconds;
        if (_nowSeconds > _deadlineSeconds)
        {
            Forget();
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>The text; null where this is none.</returns>
    public string? Take(in X11Event happened)
    {
        if (_window == 0 || happened.UInt32(8) != _window || happened.UInt32(12) != _selection || happened.UInt32(16) != _form)
        {
            return null;
        }

        if (happened.UInt32(20) == 0)
        {
            if (_form == _connection.Atoms.Utf8String)
            {
                AskFor(X11Atoms.Latin1String);
            }
            else
            {
                Forget();
            }

            return null;
        }

        uint window = _window;
        Forget();
        return Read(window, happened.UInt32(20));
    }

    private void AskFor(uint form)
    {
        _form = form;
        Xcb.ConvertSelection(_connection.Handle, _window, _selection, form, _connection.Atoms.Pasted, _connection.TimeMs);
    }

    private string? Read(uint window, uint property)
    {
        using X11Reply reply = _connection.Answer(Xcb.GetProperty(_connection.Handle, 1, window, property, _form, 0, MostWords));
        const int BytesLeftOffset = 12, CountOffset = 16;
        if (reply.IsNull || reply.Byte(1) != 8 || reply.UInt32(BytesLeftOffset) != 0)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = reply.Content[..(int)reply.UInt32(CountOffset)];
        return (_form == X11Atoms.Latin1String ? Encoding.Latin1 : Encoding.UTF8).GetString(bytes);
    }
}
