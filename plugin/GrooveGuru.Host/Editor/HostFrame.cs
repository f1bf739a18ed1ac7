using System.Runtime.InteropServices;
using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Editor;

/// <summary>IPlugFrame: the window around a plugin's. Its run loop is found through it.</summary>
internal sealed unsafe class HostFrame : NativeObject
{
    private static readonly PlugFrameVtable* Functions = Allocate(new PlugFrameVtable
    {
        Base = UnknownFunctions,
        ResizeView = &ResizeView,
    });

    private readonly HostRunLoop _loop;

    /// <summary>A frame with a loop.</summary>
    public HostFrame(HostRunLoop loop)
        : base(InterfaceIds.PlugFrame, Functions) => _loop = loop;

    /// <summary>Decides about a size that the plugin wants, width and height in pixels.</summary>
    public Func<int, int, bool> Resize { get; set; } = static (_, _) => false;

    /// <inheritdoc/>
    protected override void* FindOther(Tuid id) => id == InterfaceIds.RunLoop ? _loop.AddReference() : null;

    [UnmanagedCallersOnly]
    private static int ResizeView(void* self, void* view, ViewRect* size)
        => InterfaceSlot.OwnerOf<HostFrame>(self).Resize(size->Width, size->Height) ? Result.Ok : Result.False;
}
