using System.Runtime.InteropServices;

namespace GrooveGuru.Bridge.Inference.Native;

/// <summary>Something of ONNX Runtime that has to be given back, and that is not while a call uses it.</summary>
internal sealed class OrtHandle : SafeHandle
{
    private readonly Action<nint> _release;

    /// <summary>Takes care of what was made.</summary>
    /// <param name="made">What was made.</param>
    /// <param name="release">How it is given back.</param>
    public OrtHandle(nint made, Action<nint> release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle(made);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>What it is to ONNX Runtime; only for as long as this object is kept.</summary>
    public nint Value => handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _release(handle);
        return true;
    }
}
