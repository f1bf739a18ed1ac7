using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>The functions of libX11 and libXtst that a user and other programs are played with.</summary>
internal static unsafe partial class Xlib
{
    private const string Library = "libX11.so.6";
    private const string Test = "libXtst.so.6";

    [LibraryImport(Library, EntryPoint = "XOpenDisplay", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenDisplay(string? name);

    [LibraryImport(Library, EntryPoint = "XCloseDisplay")]
    public static partial void CloseDisplay(nint display);

    [LibraryImport(Library, EntryPoint = "XSetErrorHandler")]
    public static partial nint SetErrorHandler(delegate* unmanaged<nint, nint, int> handler);

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

    [LibraryImport(Library, EntryPoint = "XSelectInput")]
    public static partial void SelectInput(nint display, nint window, nint mask);

    [LibraryImport(Library, EntryPoint = "XSetInputFocus")]
    public static partial void SetInputFocus(nint display, nint window, int revertTo, nuint time);

    [LibraryImport(Library, EntryPoint = "XGetInputFocus")]
    public static partial void GetInputFocus(nint display, nint* window, int* revertTo);

    [LibraryImport(Library, EntryPoint = "XQueryTree")]
    public static partial void QueryTree(nint display, nint window, nint* root, nint* parent, nint** children, uint* count);

    [LibraryImport(Library, EntryPoint = "XTranslateCoordinates")]
    public static partial void TranslateCoordinates(
        nint display, nint source, nint destination, int x, int y, int* foundX, int* foundY, nint* child);

    [LibraryImport(Library, EntryPoint = "XFree")]
    public static partial void Free(void* memory);

    [LibraryImport(Library, EntryPoint = "XSync")]
    public static partial void Sync(nint display, int discard);

    [LibraryImport(Library, EntryPoint = "XPending")]
    public static partial int Pending(nint display);

    [LibraryImport(Library, EntryPoint = "XNextEvent")]
    public static partial void NextEvent(nint display, nint* happened);

    [LibraryImport(Library, EntryPoint = "XSendEvent")]
    public static partial void SendEvent(nint display, nint window, int propagate, nint mask, nint* message);

    [LibraryImport(Library, EntryPoint = "XInternAtom", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint InternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library, EntryPoint = "XChangeProperty")]
    public static partial void ChangeProperty(
        nint display, nint window, nint property, nint type, int format, int mode, void* data, int count);

    [LibraryImport(Library, EntryPoint = "XGetWindowProperty")]
    public static partial void GetProperty(
        nint display, nint window, nint property, nint offset, nint length, int delete, nint wantedType, nint* type, int* format,
        nuint* count, nuint* left, byte** data);

    [LibraryImport(Library, EntryPoint = "XSetSelectionOwner")]
    public static partial void SetSelectionOwner(nint display, nint selection, nint owner, nuint time);

    [LibraryImport(Library, EntryPoint = "XGetSelectionOwner")]
    public static partial nint GetSelectionOwner(nint display, nint selection);

    [LibraryImport(Library, EntryPoint = "XConvertSelection")]
    public static partial void ConvertSelection(nint display, nint selection, nint target, nint property, nint requestor, nuint time);

    [LibraryImport(Library, EntryPoint = "XGetImage")]
    public static partial nint GetImage(nint display, nint window, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library, EntryPoint = "XGetPixel")]
    public static partial nuint GetPixel(nint image, int x, int y);

    [LibraryImport(Library, EntryPoint = "XDestroyImage")]
    public static partial void DestroyImage(nint image);

    [LibraryImport(Library, EntryPoint = "XKeysymToKeycode")]
    public static partial byte KeyOf(nint display, nuint symbol);

    [LibraryImport(Library, EntryPoint = "XGrabPointer")]
    public static partial int GrabPointer(
        nint display, nint window, int ownerEvents, uint mask, int pointerMode, int keyboardMode, nint confineTo, nint cursor, nuint time);

    [LibraryImport(Library, EntryPoint = "XUngrabPointer")]
    public static partial void UngrabPointer(nint display, nuint time);

    [LibraryImport(Library, EntryPoint = "XGrabKey")]
    public static partial void GrabKey(nint display, int key, uint modifiers, nint window, int ownerEvents, int pointerMode, int keyboardMode);

    [LibraryImport(Library, EntryPoint = "XUngrabKey")]
    public static partial void UngrabKey(nint display, int key, uint modifiers, nint window);

    [LibraryImport(Test, EntryPoint = "XTestFakeMotionEvent")]
    public static partial void FakeMotion(nint display, int screen, int x, int y, nuint delay);

    [LibraryImport(Test, EntryPoint = "XTestFakeButtonEvent")]
    public static partial void FakeButton(nint display, uint button, int isPress, nuint delay);

    [LibraryImport(Test, EntryPoint = "XTestFakeKeyEvent")]
    public static partial void FakeKey(nint display, uint key, int isPress, nuint delay);
}
