namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IPlugView, in the order of the interface.</summary>
internal unsafe struct PlugViewVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, platform type.</summary>
    public delegate* unmanaged<void*, byte*, int> IsPlatformTypeSupported;

    /// <summary>Self, parent window, platform type.</summary>
    public delegate* unmanaged<void*, void*, byte*, int> Attached;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> Removed;

    /// <summary>Self, distance in lines, positive up.</summary>
    public delegate* unmanaged<void*, float, int> OnWheel;

    /// <summary>Self, character, virtual key code, modifiers.</summary>
    public delegate* unmanaged<void*, char, short, short, int> OnKeyDown;

    /// <summary>Self, character, virtual key code, modifiers.</summary>
    public delegate* unmanaged<void*, char, short, short, int> OnKeyUp;

    /// <summary>Self, out size.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> GetSize;

    /// <summary>Self, size.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> OnSize;

    /// <summary>Self, whether it has the focus.</summary>
    public delegate* unmanaged<void*, byte, int> OnFocus;

    /// <summary>Self, frame or null.</summary>
    public delegate* unmanaged<void*, void*, int> SetFrame;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> CanResize;

    /// <summary>Self, wanted size in, allowed size out.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> CheckSizeConstraint;
}
