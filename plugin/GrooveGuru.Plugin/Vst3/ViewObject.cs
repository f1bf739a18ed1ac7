using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Windowing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// The view that a host holds: a reference count of its own, and the window behind it. It keeps its component alive until its last
/// reference is gone, also where the host has forgotten to remove it.
/// </summary>
internal sealed unsafe class ViewObject : CountedObject, IEditorFrame
{
    private const int ViewSlot = 0;
    private const int ContentScaleSlot = 1;
    private const int EventHandlerSlot = 2;
    private const int TimerHandlerSlot = 3;
    private const uint TickMs = 33;

    private readonly ComponentObject _component;
    private readonly EditorWindow _window;
    private HostRunLoop? _runLoop;
    private void* _frame;

    private ViewObject(ComponentObject component, EditorWindow window)
        : base((nint)ViewEntries.Vtable, (nint)ContentScaleEntries.Vtable, (nint)EventHandlerEntries.Vtable, (nint)TimerHandlerEntries.Vtable)
    {
        _component = component;
        _component.AddReference();
        _window = window;
    }

    /// <summary>The window behind it.</summary>
    public EditorWindow Window => _window;

    /// <summary>Keys that the host must not see the end of.</summary>
    public TakenKeys Keys { get; } = new();

    /// <summary>The object behind one of its interface pointers.</summary>
    public static new ViewObject From(void* self) => InterfaceSlot.OwnerOf<ViewObject>(self);

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
        return view.Slot(ViewSlot);
    }

    /// <summary>Takes the host's frame; it is the host's, without a reference of ours, until it gives another.</summary>
    public void SetFrame(void* frame) => _frame = frame;

    /// <summary>Puts the window into the host's.</summary>
    /// <param name="parent">The host's window, as this system names it.</param>
    /// <returns>False, logged, where that is not possible; nothing stays behind.</returns>
    public bool Attach(nint parent)
    {
        Removed();
        _runLoop = HostRunLoop.From(_frame);
        if (_window.EventDescriptor >= 0 && _runLoop is null)
        {
            PluginLog.Write("no window: the host offers no run loop");
            return false;
        }

        _component.ShowOnly(this);
        if (!_window.TryAttach(parent))
        {
            PluginLog.Write("no window: it cannot be put into the host's");
            Removed();
            return false;
        }

        if (_runLoop is { } loop && !(loop.Watch(Slot(EventHandlerSlot), _window.EventDescriptor) && loop.Tick(Slot(TimerHandlerSlot), TickMs)))
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
        _component.Project.Tell();
    }

    /// <summary>Lets time pass.</summary>
    public void Tick()
    {
        _window.Tick();
        _component.Project.Tell();
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
        return (*(PlugFrameVtable**)_frame)->ResizeView(_frame, Slot(ViewSlot), &wanted) == Result.Ok;
    }

    /// <inheritdoc/>
    protected override void End()
    {
        try
        {
            _frame = null;
            Removed();
            _window.Dispose();
        }
        finally
        {
            _component.ReleaseReference();
        }
    }

    /// <inheritdoc/>
    protected override int SlotFor(Tuid id) => id == InterfaceIds.Unknown || id == InterfaceIds.PlugView ? ViewSlot
        : id == InterfaceIds.ContentScaleSupport ? ContentScaleSlot
        : id == InterfaceIds.EventHandler ? EventHandlerSlot
        : id == InterfaceIds.TimerHandler ? TimerHandlerSlot
        : -1;
}
