using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Windowing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// The view that a host holds: one native slot for each interface, one reference count of its own, and the window behind it. It
/// keeps its component alive until its last reference is gone.
/// </summary>
internal sealed unsafe class ViewObject : IEditorFrame
{
    private const int ViewSlot = 0;
    private const int ContentScaleSlot = 1;
    private const int EventHandlerSlot = 2;
    private const int TimerHandlerSlot = 3;
    private const int SlotCount = 4;
    private const uint TickMs = 33;

    private static int _aliveCount;
    private readonly InterfaceSlot* _slots;
    private readonly GCHandle _self;
    private readonly ComponentObject _component;
    private readonly EditorWindow _window;
    private HostRunLoop? _runLoop;
    private void* _frame;
    private int _references = 1;

    private ViewObject(ComponentObject component, EditorWindow window)
    {
        _component = component;
        _component.AddReference();
        _window = window;
        _self = GCHandle.Alloc(this);
        _slots = (InterfaceSlot*)NativeMemory.AllocZeroed(SlotCount, (nuint)sizeof(InterfaceSlot));
        _slots[ViewSlot].Vtable = ViewEntries.Vtable;
        _slots[ContentScaleSlot].Vtable = ContentScaleEntries.Vtable;
        _slots[EventHandlerSlot].Vtable = EventHandlerEntries.Vtable;
        _slots[TimerHandlerSlot].Vtable = TimerHandlerEntries.Vtable;
        for (int slot = 0; slot < SlotCount; slot++)
        {
            _slots[slot].Owner = GCHandle.ToIntPtr(_self);
        }

        Interlocked.Increment(ref _aliveCount);
    }

    /// <summary>Views in this process that a host still holds.</summary>
    public static int AliveCount => Volatile.Read(ref _aliveCount);

    /// <summary>The window behind it.</summary>
    public EditorWindow Window => _window;

    /// <summary>The object behind one of its interface pointers.</summary>
    public static ViewObject From(void* self) => InterfaceSlot.OwnerOf<ViewObject>(self);

    /// <summary>A view with one reference, the caller's.</summary>
    /// <param name="component">The component that it shows.</param>
    /// <returns>An IPlugView; null, logged, where this system has no window to offer.</returns>
    public static void* Create(ComponentObject component)
    {
        if (EditorWindow.TryOpen(component.Instance.CreateContent, out string problem) is not { } window)
        {
            PluginLog.Write($"no window: {problem}");
            return null;
        }

        ViewObject view = new(component, window);
        window.Frame = view;
        return view._slots + ViewSlot;
    }

    /// <summary>Another interface of the object, with a reference added. [any-thread]</summary>
    public int QueryInterface(Tuid* interfaceId, void** result)
    {
        if (result == null)
        {
            return Result.InvalidArgument;
        }

        *result = null;
        int slot = interfaceId == null ? -1 : SlotFor(*interfaceId);
        if (slot < 0)
        {
            return interfaceId == null ? Result.InvalidArgument : Result.NoInterface;
        }

        AddReference();
        *result = _slots + slot;
        return Result.Ok;
    }

    /// <summary>Adds a reference. [any-thread]</summary>
    public uint AddReference() => (uint)Interlocked.Increment(ref _references);

    /// <summary>Drops a reference; with the last one the view is gone, also where the host has forgotten to remove it.</summary>
    public uint ReleaseReference()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            try
            {
                _frame = null;
                Removed();
                _window.Dispose();
            }
            finally
            {
                NativeMemory.Free(_slots);
                _self.Free();
                Interlocked.Decrement(ref _aliveCount);
                _component.ReleaseReference();
            }
        }

        return (uint)Math.Max(left, 0);
    }

    /// <summary>Takes the host's frame; it is the host's, without a reference of ours, until it gives another.</summary>
    public void SetFrame(void* frame) => _frame = frame;

    /// <summary>Puts the window into the host's.</summary>
    /// <param name="parent">The host's window, as this system names it.</param>
    /// <returns>False, logged, where that is not possible; nothing stays behind.</returns>
    public bool Attach(nint parent)
    {
        Removed();
        _component.ShowOnly(this);
        _runLoop = HostRunLoop.From(_frame);
        if (_window.EventDescriptor >= 0 && _runLoop is null)
        {
            PluginLog.Write("no window: the host offers no run loop");
            return false;
        }

        if (!_window.TryAttach(parent))
        {
            PluginLog.Write("no window: it cannot be put into the host's");
            Removed();
            return false;
        }

        if (_runLoop is { } loop && !(loop.Watch(_slots + EventHandlerSlot, _window.EventDescriptor) && loop.Tick(_slots + TimerHandlerSlot, TickMs)))
        {
            PluginLog.Write("no window: the host's run loop refuses");
            Removed();
            return false;
        }

        return true;
    }

    /// <summary>Takes the window out of the host's again; may be called at any time.</summary>
    public void Removed()
    {
        _runLoop?.Dispose();
        _runLoop = null;
        _window.Detach();
        _component.Hidden(this);
    }

    /// <summary>Lets time pass.</summary>
    public void Tick()
    {
        _window.Tick();
        if (_window.IsLost)
        {
            // What stays readable for ever would keep the host busy.
            _runLoop?.StopWatching();
        }
    }

    /// <inheritdoc/>
    public bool RequestSize(int width, int height)
    {
        if (_frame == null)
        {
            return false;
        }

        ViewRect wanted = new(width, height);
        return (*(PlugFrameVtable**)_frame)->ResizeView(_frame, _slots + ViewSlot, &wanted) == Result.Ok;
    }

    private static int SlotFor(Tuid id) => id == InterfaceIds.Unknown || id == InterfaceIds.PlugView ? ViewSlot
        : id == InterfaceIds.ContentScaleSupport ? ContentScaleSlot
        : id == InterfaceIds.EventHandler ? EventHandlerSlot
        : id == InterfaceIds.TimerHandler ? TimerHandlerSlot
        : -1;
}
