using GrooveGuru.Host.Editor;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>A view as a host that trusts nobody holds it: with a frame, a run loop and a window of its own, and no order of the calls.</summary>
internal sealed unsafe class RawView : IDisposable
{
    private const int WindowWidth = 400, WindowHeight = 300;
    private bool _isReleased;

    /// <summary>Asks for one.</summary>
    /// <exception cref="Vst3HostException">The plugin has none to offer, or there is no display.</exception>
    public RawView(Vst3Plugin plugin)
    {
        Pointer = plugin.CreateView("editor\0"u8);
        if (Pointer == null)
        {
            throw new Vst3HostException("no view is made");
        }

        Frame = new HostFrame(Loop);
        Window = new HostWindow("conformance", WindowWidth, WindowHeight);
    }

    public void* Pointer { get; }

    public HostRunLoop Loop { get; } = new();

    public HostFrame Frame { get; }

    public HostWindow Window { get; }

    public PlugViewVtable* Functions => *(PlugViewVtable**)Pointer;

    /// <summary>Width and height that it tells, pixels; null where it tells none.</summary>
    public (int Width, int Height)? Size
    {
        get
        {
            ViewRect size = default;
            return Functions->GetSize(Pointer, &size) == Result.Ok ? (size.Width, size.Height) : null;
        }
    }

    public int SetFrame(bool isThere = true) => Functions->SetFrame(Pointer, isThere ? Frame.Pointer : null);

    public int Attach() => Attach(Window.Id, ViewPlatform.Current);

    public int Attach(nint parent, ReadOnlySpan<byte> type)
    {
        fixed (byte* text = type)
        {
            return Functions->Attached(Pointer, (void*)parent, text);
        }
    }

    public int Remove() => Functions->Removed(Pointer);

    public int OnSize(ViewRect size) => Functions->OnSize(Pointer, &size);

    public int Constrain(ref ViewRect size)
    {
        fixed (ViewRect* place = &size)
        {
            return Functions->CheckSizeConstraint(Pointer, place);
        }
    }

    public int SetScale(float factor)
    {
        void* support = Faces.Query(Pointer, InterfaceIds.ContentScaleSupport);
        if (support == null)
        {
            return Result.NoInterface;
        }

        int code = (*(ContentScaleVtable**)support)->SetContentScaleFactor(support, factor);
        Faces.Unknown(support)->Release(support);
        return code;
    }

    /// <summary>Lets the host's loop run for a moment.</summary>
    public void Run(double seconds = 0.05) => Loop.Run(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets go of the view.</summary>
    /// <returns>References that are left.</returns>
    public uint Release()
    {
        _isReleased = true;
        return Functions->Base.Release(Pointer);
    }

    public void Dispose()
    {
        if (!_isReleased)
        {
            Remove();
            SetFrame(isThere: false);
            Release();
        }

        Window.Dispose();
        Frame.Dispose();
        Loop.Dispose();
    }
}
