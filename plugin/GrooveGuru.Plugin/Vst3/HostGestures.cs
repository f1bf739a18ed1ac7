using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>The host's IComponentHandler: it is told what the user does to parameters in our window. [main-thread]</summary>
/// <remarks>Held with a reference of its own until the host takes it back, gives another or terminates the component.</remarks>
internal sealed unsafe class HostGestures : IParameterGestures
{
    private void* _handler;

    /// <summary>Takes the host's handler in the place of the one before.</summary>
    /// <param name="handler">An IComponentHandler; null for none.</param>
    public void Set(void* handler)
    {
        if (handler != null)
        {
            (*(UnknownVtable**)handler)->AddRef(handler);
        }

        void* before = _handler;
        _handler = handler;
        if (before != null)
        {
            (*(UnknownVtable**)before)->Release(before);
        }
    }

    /// <inheritdoc/>
    public void BeginEdit(uint id)
    {
        if (_handler != null)
        {
            (*(ComponentHandlerVtable**)_handler)->BeginEdit(_handler, id);
        }
    }

    /// <inheritdoc/>
    public void PerformEdit(uint id, double normalized)
    {
        if (_handler != null)
        {
            (*(ComponentHandlerVtable**)_handler)->PerformEdit(_handler, id, normalized);
        }
    }

    /// <inheritdoc/>
    public void EndEdit(uint id)
    {
        if (_handler != null)
        {
            (*(ComponentHandlerVtable**)_handler)->EndEdit(_handler, id);
        }
    }
}
