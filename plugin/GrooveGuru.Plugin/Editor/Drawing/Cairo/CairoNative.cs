using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>The functions of libcairo that are used here.</summary>
internal static unsafe partial class CairoNative
{
    /// <summary>The library's file.</summary>
    public const string Library = "libcairo.so.2";

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial nint Create(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    public static partial int Status(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    public static partial void Save(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    public static partial void Restore(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_scale")]
    public static partial void Scale(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_identity_matrix")]
    public static partial void IdentityMatrix(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgba")]
    public static partial void SetSource(nint context, double red, double green, double blue, double alpha);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    public static partial void SetLineWidth(nint context, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_join")]
    public static partial void SetLineJoin(nint context, int join);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_cap")]
    public static partial void SetLineCap(nint context, int cap);

    [LibraryImport(Library, EntryPoint = "cairo_new_path")]
    public static partial void NewPath(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_arc")]
    public static partial void Arc(nint context, double x, double y, double radius, double fromRadians, double toRadians);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    public static partial void ClosePath(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(nint context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_clip")]
    public static partial void Clip(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial nint CreateImage(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_data")]
    public static partial byte* ImageData(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_stride")]
    public static partial int ImageStride(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_width")]
    public static partial int ImageWidth(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_height")]
    public static partial int ImageHeight(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_mark_dirty")]
    public static partial void MarkDirty(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int SurfaceStatus(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")]
    public static partial void Flush(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WritePng(nint surface, string path);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_create")]
    public static partial nint CreateFontOptions();

    [LibraryImport(Library, EntryPoint = "cairo_font_options_destroy")]
    public static partial void DestroyFontOptions(nint options);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_antialias")]
    public static partial void SetAntialias(nint options, int antialias);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_style")]
    public static partial void SetHintStyle(nint options, int style);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_metrics")]
    public static partial void SetHintMetrics(nint options, int metrics);
}
