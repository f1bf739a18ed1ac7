using System.Runtime.InteropServices;

namespace GrooveGuru.Host.Editor;

/// <summary>The functions of libX11 that the host's own windows need.</summary>
internal static unsafe partial class X11Native
{
    private const string Library = "libX11.so.6";

    [LibraryImport(Library, EntryPoint = "XOpenDisplay")]
    public static partial nint OpenDisplay(byte* name);

    [LibraryImport(Library, EntryPoint = "XCloseDisplay")]
    public static partial void CloseDisplay(nint display);

    [LibraryImport(Library, EntryPoint = "XDefaultRootWindow")]
    public static partial nint RootWindow(nint display);

    [LibraryImport(Library, EntryPoint = "XCreateSimpleWindow")]
    public static partial nint CreateWindow(
        nint display, nint parent, int x, int y, uint width, uint height, uint border, nuint borderColor, nuint background);

    [LibraryImport(Library, EntryPoint = "XDestroyWindow")]
    public static partial void DestroyWindow(nint display, nint window);

    [LibraryImport(Library, EntryPoint = "XMapWindow")]
    public static partial void MapWindow(nint display, nint window);

    [LibraryImport(Library, EntryPoint = "XUnmapWindow")]
    public static partial void UnmapWindow(nint display, nint window);

    [LibraryImport(Library, EntryPoint = "XResizeWindow")]
    public static partial void ResizeWindow(nint display, nint window, uint width, uint height);

    [LibraryImport(Library, EntryPoint = "XStoreName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void StoreName(nint display, nint window, string name);

    [LibraryImport(Library, EntryPoint = "XSync")]
    public static partial void Sync(nint display, int discard);

    [LibraryImport(Library, EntryPoint = "XGetImage")]
    public static partial nint GetImage(nint display, nint window, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library, EntryPoint = "XGetPixel")]
    public static partial nuint GetPixel(nint image, int x, int y);

    [LibraryImport(Library, EntryPoint = "XDestroyImage")]
    public static partial void DestroyImage(nint image);
}
