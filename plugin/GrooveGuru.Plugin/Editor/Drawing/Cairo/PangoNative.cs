using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>The functions of libpango, libpangocairo and libgobject that are used here.</summary>
internal static unsafe partial class PangoNative
{
    /// <summary>The layout library's file.</summary>
    public const string Pango = "libpango-1.0.so.0";

    /// <summary>The file of the part that draws with cairo.</summary>
    public const string PangoCairo = "libpangocairo-1.0.so.0";

    /// <summary>The file of the objects' library.</summary>
    public const string GObject = "libgobject-2.0.so.0";

    /// <summary>Units of a layout in one pixel.</summary>
    public const int Unit = 1024;

    [LibraryImport(GObject, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);

    [LibraryImport(PangoCairo, EntryPoint = "pango_cairo_font_map_new")]
    public static partial nint CreateFontMap();

    [LibraryImport(PangoCairo, EntryPoint = "pango_cairo_context_set_font_options")]
    public static partial void SetFontOptions(nint context, nint options);

    [LibraryImport(PangoCairo, EntryPoint = "pango_cairo_show_layout")]
    public static partial void ShowLayout(nint cairo, nint layout);

    [LibraryImport(Pango, EntryPoint = "pango_font_map_create_context")]
    public static partial nint CreateContext(nint fontMap);

    [LibraryImport(Pango, EntryPoint = "pango_font_description_new")]
    public static partial nint CreateFont();

    [LibraryImport(Pango, EntryPoint = "pango_font_description_free")]
    public static partial void FreeFont(nint font);

    [LibraryImport(Pango, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFamily(nint font, string family);

    [LibraryImport(Pango, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void SetAbsoluteSize(nint font, double units);

    [LibraryImport(Pango, EntryPoint = "pango_font_description_set_weight")]
    public static partial void SetWeight(nint font, int weight);

    [LibraryImport(Pango, EntryPoint = "pango_layout_new")]
    public static partial nint CreateLayout(nint context);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_font_description")]
    public static partial void SetFont(nint layout, nint font);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_text")]
    public static partial void SetText(nint layout, byte* utf8, int length);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_width")]
    public static partial void SetWidth(nint layout, int units);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_height")]
    public static partial void SetHeight(nint layout, int unitsOrMinusLines);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_wrap")]
    public static partial void SetWrap(nint layout, int mode);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_ellipsize")]
    public static partial void SetEllipsize(nint layout, int mode);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_alignment")]
    public static partial void SetAlignment(nint layout, int alignment);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_auto_dir")]
    public static partial void SetAutoDirection(nint layout, int isOn);

    [LibraryImport(Pango, EntryPoint = "pango_layout_set_single_paragraph_mode")]
    public static partial void SetSingleParagraph(nint layout, int isOn);

    [LibraryImport(Pango, EntryPoint = "pango_layout_get_size")]
    public static partial void GetSize(nint layout, int* width, int* height);

    [LibraryImport(Pango, EntryPoint = "pango_layout_index_to_pos")]
    public static partial void IndexToPosition(nint layout, int byteIndex, PangoRectangle* position);

    [LibraryImport(Pango, EntryPoint = "pango_layout_xy_to_index")]
    public static partial int PointToIndex(nint layout, int x, int y, int* byteIndex, int* trailing);
}
