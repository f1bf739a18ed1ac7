using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IPlugView: the window in the host.</summary>
internal static unsafe class ViewEntries
{
    /// <summary>The functions.</summary>
    public static readonly PlugViewVtable* Vtable = NativeVtables.Allocate(new PlugViewVtable
    {
        Base = UnknownEntries.Vtable,
        IsPlatformTypeSupported = &IsPlatformTypeSupported,
        Attached = &Attached,
        Removed = &Removed,
        OnWheel = &OnWheel,
        OnKeyDown = &OnKeyDown,
        OnKeyUp = &OnKeyUp,
        GetSize = &GetSize,
        OnSize = &OnSize,
        OnFocus = &OnFocus,
        SetFrame = &SetFrame,
        CanResize = &CanResize,
        CheckSizeConstraint = &CheckSizeConstraint,
    });

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int IsPlatformTypeSupported(void* self, byte* type) => ViewPlatform.IsCurrent(type) ? Result.Ok : Result.False;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int Attached(void* self, void* parent, byte* type)
    {
        try
        {
            return parent != null && ViewPlatform.IsCurrent(type) && ViewObject.From(self).Attach((nint)parent) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "attached");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int Removed(void* self)
    {
        try
        {
            ViewObject.From(self).Removed();
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "removed");
        }
    }

    // [main-thread]
    // The window has a connection of its own and gets the wheel there.
    [UnmanagedCallersOnly]
    private static int OnWheel(void* self, float distance) => Result.False;

    // [main-thread]
    // Only what a text field takes is kept from the host: its own keys, the space bar first, stay its own.
    [UnmanagedCallersOnly]
    private static int OnKeyDown(void* self, char character, short keyCode, short modifiers)
    {
        try
        {
            ViewObject view = ViewObject.From(self);
            EditorKey key = HostKeys.KeyFrom(keyCode);
            bool isTaken = view.Window.KeyFromHost(key, HostKeys.TextFrom(character, key), HostKeys.ModifiersFrom(modifiers));
            return view.Keys.Press(character, keyCode, isTaken) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "onKeyDown");
        }
    }

    // [main-thread]
    // The host must not see the end of a key whose beginning it has not seen.
    [UnmanagedCallersOnly]
    private static int OnKeyUp(void* self, char character, short keyCode, short modifiers)
    {
        try
        {
            return ViewObject.From(self).Keys.Release(character, keyCode) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "onKeyUp");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null)
            {
                return Result.InvalidArgument;
            }

            (int width, int height) = ViewObject.From(self).Window.Size;
            *size = new ViewRect(width, height);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getSize");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int OnSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null || size->Width <= 0 || size->Height <= 0)
            {
                return Result.InvalidArgument;
            }

            ViewObject.From(self).Window.Resize(size->Width, size->Height);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "onSize");
        }
    }

    // [main-thread]
    // What has the keyboard is decided in the window system.
    [UnmanagedCallersOnly]
    private static int OnFocus(void* self, byte state) => Result.Ok;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetFrame(void* self, void* frame)
    {
        try
        {
            ViewObject.From(self).SetFrame(frame);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setFrame");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int CanResize(void* self) => Result.Ok;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int CheckSizeConstraint(void* self, ViewRect* size)
    {
        try
        {
            if (size == null)
            {
                return Result.InvalidArgument;
            }

            (int width, int height) = ViewObject.From(self).Window.Constrain(size->Width, size->Height);
            (size->Right, size->Bottom) = (size->Left + width, size->Top + height);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "checkSizeConstraint");
        }
    }
}
