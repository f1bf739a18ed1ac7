using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>
/// The functions of libxcb that are used here. Its errors come as events of the one connection or as null replies: unlike Xlib's
/// they call no handler of the process and end no process.
/// </summary>
internal static unsafe partial class Xcb
{
    /// <summary>The library's file.</summary>
    public const string Library = "libxcb.so.1";

    [LibraryImport(Library, EntryPoint = "xcb_connect")]
    public static partial nint Connect(byte* displayName, int* screen);

    [LibraryImport(Library, EntryPoint = "xcb_disconnect")]
    public static partial void Disconnect(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_connection_has_error")]
    public static partial int ConnectionHasError(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_file_descriptor")]
    public static partial int GetFileDescriptor(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_setup")]
    public static partial byte* GetSetup(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_setup_roots_iterator")]
    public static partial ScreenIterator SetupRoots(byte* setup);

    [LibraryImport(Library, EntryPoint = "xcb_screen_next")]
    public static partial void NextScreen(ScreenIterator* iterator);

    [LibraryImport(Library, EntryPoint = "xcb_get_maximum_request_length")]
    public static partial uint GetMaximumRequestLength(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_poll_for_event")]
    public static partial byte* PollForEvent(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_wait_for_reply")]
    public static partial byte* WaitForReply(nint connection, uint request, byte** error);

    [LibraryImport(Library, EntryPoint = "xcb_flush")]
    public static partial void Flush(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_generate_id")]
    public static partial uint GenerateId(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_intern_atom")]
    public static partial uint InternAtom(nint connection, byte onlyIfExists, ushort length, byte* name);

    [LibraryImport(Library, EntryPoint = "xcb_create_window")]
    public static partial void CreateWindow(
        nint connection, byte depth, uint window, uint parent, short x, short y, ushort width, ushort height, ushort border, ushort kind,
        uint visual, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_change_window_attributes")]
    public static partial void ChangeWindowAttributes(nint connection, uint window, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_get_window_attributes")]
    public static partial uint GetWindowAttributes(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_destroy_window")]
    public static partial void DestroyWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_map_window")]
    public static partial void MapWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_configure_window")]
    public static partial uint ConfigureWindow(nint connection, uint window, ushort mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree")]
    public static partial uint QueryTree(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_translate_coordinates")]
    public static partial uint TranslateCoordinates(nint connection, uint source, uint destination, short x, short y);

    [LibraryImport(Library, EntryPoint = "xcb_change_property")]
    public static partial void ChangeProperty(
        nint connection, byte mode, uint window, uint property, uint type, byte format, uint length, void* data);

    [LibraryImport(Library, EntryPoint = "xcb_get_property")]
    public static partial uint GetProperty(nint connection, byte delete, uint window, uint property, uint type, uint offset, uint length);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus")]
    public static partial uint GetInputFocus(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_set_input_focus")]
    public static partial void SetInputFocus(nint connection, byte revertTo, uint window, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_set_selection_owner")]
    public static partial uint SetSelectionOwner(nint connection, uint owner, uint selection, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_get_selection_owner")]
    public static partial uint GetSelectionOwner(nint connection, uint selection);

    [LibraryImport(Library, EntryPoint = "xcb_convert_selection")]
    public static partial void ConvertSelection(nint connection, uint requestor, uint selection, uint target, uint property, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_send_event")]
    public static partial void SendEvent(nint connection, byte propagate, uint window, uint mask, byte* message);

    [LibraryImport(Library, EntryPoint = "xcb_grab_pointer")]
    public static partial uint GrabPointer(
        nint connection, byte ownerEvents, uint window, ushort mask, byte pointerMode, byte keyboardMode, uint confineTo, uint cursor, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_change_active_pointer_grab")]
    public static partial void ChangePointerGrab(nint connection, uint cursor, uint time, ushort mask);

    [LibraryImport(Library, EntryPoint = "xcb_ungrab_pointer")]
    public static partial void UngrabPointer(nint connection, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_grab_key")]
    public static partial void GrabKey(
        nint connection, byte ownerEvents, uint window, ushort modifiers, byte key, byte pointerMode, byte keyboardMode);

    [LibraryImport(Library, EntryPoint = "xcb_ungrab_key")]
    public static partial void UngrabKey(nint connection, byte key, uint window, ushort modifiers);

    [LibraryImport(Library, EntryPoint = "xcb_grab_keyboard")]
    public static partial uint GrabKeyboard(nint connection, byte ownerEvents, uint window, uint time, byte pointerMode, byte keyboardMode);

    [LibraryImport(Library, EntryPoint = "xcb_ungrab_keyboard")]
    public static partial void UngrabKeyboard(nint connection, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_open_font")]
    public static partial void OpenFont(nint connection, uint font, ushort length, byte* name);

    [LibraryImport(Library, EntryPoint = "xcb_close_font")]
    public static partial void CloseFont(nint connection, uint font);

    [LibraryImport(Library, EntryPoint = "xcb_create_glyph_cursor")]
    public static partial void CreateGlyphCursor(
        nint connection, uint cursor, uint sourceFont, uint maskFont, ushort sourceGlyph, ushort maskGlyph,
        ushort red, ushort green, ushort blue, ushort backRed, ushort backGreen, ushort backBlue);

    [LibraryImport(Library, EntryPoint = "xcb_create_gc")]
    public static partial void CreateGc(nint connection, uint context, uint drawable, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_free_gc")]
    public static partial void FreeGc(nint connection, uint context);

    [LibraryImport(Library, EntryPoint = "xcb_put_image")]
    public static partial void PutImage(
        nint connection, byte format, uint drawable, uint context, ushort width, ushort height, short x, short y, byte leftPad, byte depth,
        uint length, byte* data);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping")]
    public static partial uint GetKeyboardMapping(nint connection, byte first, byte count);

    [LibraryImport(Library, EntryPoint = "xcb_get_modifier_mapping")]
    public static partial uint GetModifierMapping(nint connection);
}
