using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// The host's IComponentHandler2, where it has one: it is told that there is something to save which is no parameter. The news come
/// from any thread and are handed on at the next <see cref="Tell"/>; without such a host they wait for nobody.
/// </summary>
internal sealed unsafe class HostProject
{
    private void* _handler;
    private int _isChanged;

    /// <summary>Takes the host's handler in the place of the one before. [main-thread]</summary>
    /// <param name="componentHandler">An IComponentHandler; null for none.</param>
    public void Set(void* componentHandler)
    {
        void* before = _handler;
        _handler = Find(componentHandler);
        if (before != null)
        {
            (*(UnknownVtable**)before)->Release(before);
        }
    }

    /// <summary>Something is not as it was saved. [any-thread]</summary>
    public void Changed() => Volatile.Write(ref _isChanged, 1);

    /// <summary>Tells the host, where there is something to tell. [main-thread]</summary>
    public void Tell()
    {
        if (_handler != null && Interlocked.Exchange(ref _isChanged, 0) != 0)
        {
            (*(ComponentHandler2Vtable**)_handler)->SetDirty(_handler, 1);
        }
    }

    private static void* Find(void* componentHandler)
    {
        Tuid id = InterfaceIds.ComponentHandler2;
        void* found = null;
        return componentHandler != null
            && (*(UnknownVtable**)componentHandler)->QueryInterface(componentHandler, &id, &found) == Result.Ok ? found : null;
    }
}
