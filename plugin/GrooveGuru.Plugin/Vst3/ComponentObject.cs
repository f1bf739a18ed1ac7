using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// The object that a host holds: component, processor and controller in one.
/// </summary>
internal sealed unsafe class ComponentObject : CountedObject
{
    private const int ComponentSlot = 0;
    private const int AudioProcessorSlot = 1;
    private const int EditControllerSlot = 2;
    private const int RequirementsSlot = 3;
    private const int InfoListenerSlot = 4;

    /// <summary>An object with one reference, the caller's.</summary>
    public ComponentObject()
        : base(
            (nint)ComponentEntries.Vtable, (nint)AudioProcessorEntries.Vtable, (nint)EditControllerEntries.Vtable,
            (nint)ProcessContextRequirementsEntries.Vtable, (nint)InfoListenerEntries.Vtable)
    {
        Slot(AudioProcessorSlot)->Audio = Instance.Processor.State;
        Instance.Gestures = Gestures;
        Instance.Changed = Project.Changed;
    }

    /// <summary>What it does.</summary>
    public PluginInstance Instance { get; } = new();

    /// <summary>Whether the host has called initialize and not yet terminate.</summary>
    public bool IsInitialized { get; set; }

    /// <summary>The host's ear for what the user does to parameters in the window.</summary>
    public HostGestures Gestures { get; } = new();

    /// <summary>The host's ear for what else the user changes.</summary>
    public HostProject Project { get; } = new();

    private ViewObject? ShownView { get; set; }

    /// <summary>Takes any other view of this component out of the host's windows: one track has one window. [main-thread]</summary>
    public void ShowOnly(ViewObject view)
    {
        ShownView?.Removed();
        ShownView = view;
    }

    /// <summary>Forgets a view that is no longer in a window. [main-thread]</summary>
    public void Hidden(ViewObject view)
    {
        if (ShownView == view)
        {
            ShownView = null;
        }
    }

    /// <summary>Lets go of all that is the host's: its window and its handler. [main-thread]</summary>
    public void LeaveHost()
    {
        ShownView?.Removed();
        SetHandler(null);
    }

    /// <summary>Takes the host's IComponentHandler in the place of the one before; null for none. [main-thread]</summary>
    public void SetHandler(void* handler)
    {
        Gestures.Set(handler);
        Project.Set(handler);
    }

    /// <summary>The object behind one of its interface pointers.</summary>
    public static new ComponentObject From(void* self) => InterfaceSlot.OwnerOf<ComponentObject>(self);

    /// <inheritdoc/>
    protected override void End()
    {
        LeaveHost();
        Instance.Dispose();
    }

    /// <inheritdoc/>
    protected override int SlotFor(Tuid id)
    {
        if (id == InterfaceIds.Unknown || id == InterfaceIds.PluginBase || id == InterfaceIds.Component)
        {
            return ComponentSlot;
        }

        return id == InterfaceIds.AudioProcessor ? AudioProcessorSlot
            : id == InterfaceIds.EditController ? EditControllerSlot
            : id == InterfaceIds.ProcessContextRequirements ? RequirementsSlot
            : id == InterfaceIds.InfoListener ? InfoListenerSlot
            : -1;
    }
}
