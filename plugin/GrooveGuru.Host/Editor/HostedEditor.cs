using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Editor;

/// <summary>A plugin's window inside one of the host's, as a mixer shows it. Everything happens on the thread that calls.</summary>
public sealed unsafe class HostedEditor : IDisposable
{
    private readonly void* _view;
    private readonly HostRunLoop _loop = new();
    private readonly HostFrame _frame;
    private readonly HostWindow _window;
    private bool _isClosed;

    private HostedEditor(void* view, double? scale)
    {
        _view = view;
        _frame = new HostFrame(_loop);
        fixed (byte* type = ViewPlatform.Current)
        {
            Require(View->IsPlatformTypeSupported(_view, type), "isPlatformTypeSupported");
            SetScale(scale);
            Require(View->SetFrame(_view, _frame.Pointer), "setFrame");
            (int width, int height) = Size;
            _window = new HostWindow("Groove Guru Host", width, height);
            _frame.Resize = Resize;
            Require(View->Attached(_view, (void*)_window.Id, type), "attached");
        }

        Resize(_window.Width, _window.Height);
    }

    /// <summary>The display's number of the host's window.</summary>
    public nint WindowId => _window.Id;

    /// <summary>The size that the plugin's window tells, pixels.</summary>
    public (int Width, int Height) Size
    {
        get
        {
            ViewRect size = default;
            Require(View->GetSize(_view, &size), "getSize");
            return (size.Width, size.Height);
        }
    }

    /// <summary>Descriptors and timers that the plugin has registered.</summary>
    public (int Descriptors, int Timers) Registered => _loop.Registered;

    /// <summary>How long the longest call into the plugin took, ms.</summary>
    public double LongestCallMs => _loop.LongestCallMs;

    private PlugViewVtable* View => *(PlugViewVtable**)_view;

    /// <summary>Opens a view.</summary>
    /// <param name="view">An IPlugView with one reference, taken over.</param>
    /// <param name="scale">Content scale that the host tells; null for none.</param>
    /// <exception cref="Vst3HostException">The plugin refuses a step, or there is no display.</exception>
    internal static HostedEditor Open(void* view, double? scale) => new(view, scale);

    /// <summary>Runs the host's loop for some time.</summary>
    public void Run(TimeSpan time) => _loop.Run(time);

    /// <summary>Gives both windows another size, within what the plugin allows.</summary>
    /// <returns>Always: this host never refuses.</returns>
    public bool Resize(int width, int height)
    {
        ViewRect size = new(width, height);
        View->CheckSizeConstraint(_view, &size);
        _window.Resize(size.Width, size.Height);
        Require(View->OnSize(_view, &size), "onSize");
        return true;
    }

    /// <summary>Shows the host's window again.</summary>
    public void Show() => _window.Show();

    /// <summary>Hides the host's window; the plugin's stays in it.</summary>
    public void Hide() => _window.Hide();

    /// <summary>What can be seen of both windows.</summary>
    public WindowImage Capture() => _window.Capture();

    /// <summary>Hands a key on, as hosts do that have the keyboard.</summary>
    /// <returns>Whether the plugin has taken it.</returns>
    public bool PressKey(char character, short virtualKey = 0)
    {
        bool isTaken = View->OnKeyDown(_view, character, virtualKey, 0) == Result.Ok;
        View->OnKeyUp(_view, character, virtualKey, 0);
        return isTaken;
    }

    /// <summary>Tells a content scale.</summary>
    public void SetScale(double? scale)
    {
        Tuid id = InterfaceIds.ContentScaleSupport;
        void* support = null;
        if (scale is { } factor && View->Base.QueryInterface(_view, &id, &support) == Result.Ok && support != null)
        {
            Require((*(ContentScaleVtable**)support)->SetContentScaleFactor(support, (float)factor), "setContentScaleFactor");
            (*(UnknownVtable**)support)->Release(support);
        }
    }

    /// <summary>Takes the plugin's window out, lets go of the view and closes the host's.</summary>
    /// <exception cref="Vst3HostException">The plugin keeps something.</exception>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        int removed = View->Removed(_view);
        (int descriptors, int timers) = _loop.Registered;
        View->SetFrame(_view, null);
        uint left = View->Base.Release(_view);
        int loopReferences = _loop.References;
        _window.Dispose();
        _frame.Dispose();
        _loop.Dispose();
        if (removed != Result.Ok || descriptors + timers + left != 0 || loopReferences != 1)
        {
            throw new Vst3HostException(
                $"The closed window keeps {left} references, {descriptors} descriptors, {timers} timers and {loopReferences - 1} run loops.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private static void Require(int code, string step)
    {
        if (code != Result.Ok)
        {
            throw new Vst3HostException($"The window: {step} failed with result {code}.");
        }
    }
}
