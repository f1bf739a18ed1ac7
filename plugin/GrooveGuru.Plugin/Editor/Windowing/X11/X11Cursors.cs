using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>The shapes of the pointer, from the font that every display has. [main-thread]</summary>
internal sealed unsafe class X11Cursors
{
    private const ushort HandGlyph = 60, TextGlyph = 152, GrabGlyph = 52, RefusedGlyph = 24;
    private const ushort White = 0xFFFF;
    private readonly X11Connection _connection;
    private readonly Dictionary<ushort, uint> _known = [];

    /// <summary>Without any shape yet.</summary>
    public X11Cursors(X11Connection connection) => _connection = connection;

    /// <summary>A drag that may be dropped where it is.</summary>
    public uint Accepted => OfGlyph(GrabGlyph);

    /// <summary>A drag that may not.</summary>
    public uint Refused => OfGlyph(RefusedGlyph);

    /// <summary>The display's number of a shape; 0, the host's own pointer, for the arrow.</summary>
    public uint Of(PointerShape shape) => shape switch
    {
        PointerShape.Hand => OfGlyph(HandGlyph),
        PointerShape.Text => OfGlyph(TextGlyph),
        PointerShape.Grab => OfGlyph(GrabGlyph),
        _ => 0,
    };

    private uint OfGlyph(ushort glyph)
    {
        if (_known.TryGetValue(glyph, out uint cursor))
        {
            return cursor;
        }

        uint font = _connection.NewId();
        cursor = _connection.NewId();
        ReadOnlySpan<byte> fontName = "cursor"u8;
        fixed (byte* name = fontName)
        {
            Xcb.OpenFont(_connection.Handle, font, (ushort)fontName.Length, name);
        }

        Xcb.CreateGlyphCursor(_connection.Handle, cursor, font, font, glyph, (ushort)(glyph + 1), 0, 0, 0, White, White, White);
        Xcb.CloseFont(_connection.Handle, font);
        _known.Add(glyph, cursor);
        return cursor;
    }
}
