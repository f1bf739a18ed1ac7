using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>The host's Linux::IRunLoop: it waits for our connection to the window system and ticks for us. [main-thread]</summary>
internal sealed unsafe class HostRunLoop : IDisposable
{
    private void* _loop;
    private void* _eventHandler;
    private void* _timerHandler;

    private HostRunLoop(void* loop) => _loop = loop;

    /// <summary>Asks a host's object for its run loop.</summary>
    /// <param name="hostObject">The frame of the view; may be null.</param>
    /// <returns>Null where there is none.</returns>
    public static HostRunLoop? From(void* hostObject)
    {
        Tuid id = InterfaceIds.RunLoop;
        void* loop = null;
        return hostObject != null && (*(UnknownVtable**)hostObject)->QueryInterface(hostObject, &id, &loop) == Result.Ok && loop != null
            ? new HostRunLoop(loop)
            : null;
    }

    /// <summary>Asks to be called when there is something to read.</summary>
    /// <param name="handler">Our IEventHandler.</param>
    /// <param name="descriptor">The file descriptor.</param>
    /// <returns>Whether the host will.</returns>
    public bool Watch(void* handler, int descriptor)
    {
        if ((*(RunLoopVtable**)_loop)->RegisterEventHandler(_loop, handler, descriptor) != Result.Ok)
        {
            return false;
        }

        _eventHandler = handler;
        return true;
    }

    /// <summary>Asks to be called again and again.</summary>
    /// <param name="handler">Our ITimerHandler.</param>
    /// <param name="intervalMs">Time between two calls, ms.</param>
    /// <returns>Whether the host will.</returns>
    public bool Tick(void* handler, uint intervalMs)
    {
        if ((*(RunLoopVtable**)_loop)->RegisterTimer(_loop, handler, intervalMs) != Result.Ok)
        {
            return false;
        }

        _timerHandler = handler;
        return true;
    }

    /// <summary>No longer watches the descriptor; ticks go on.</summary>
    public void StopWatching()
    {
        if (_eventHandler != null)
        {
            (*(RunLoopVtable**)_loop)->UnregisterEventHandler(_loop, _eventHandler);
            _eventHandler = null;
        }
    }

    /// <summary>Takes everything back and lets go of the loop.</summary>
    public void Dispose()
    {
        if (_loop == null)
        {
            return;
        }

        StopWatching();
        if (_timerHandler != null)
        {
            (*(RunLoopVtable**)_loop)->UnregisterTimer(_loop, _timerHandler);
            _timerHandler = null;
        }

        (*(UnknownVtable**)_loop)->Release(_loop);
        _loop = null;
    }
}
