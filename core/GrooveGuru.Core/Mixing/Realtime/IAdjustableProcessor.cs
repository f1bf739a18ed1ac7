using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>A processor whose parameters may change while it runs.</summary>
public interface IAdjustableProcessor : IProcessor
{
    /// <summary>
    /// Takes other parameters, on the thread that calls <see cref="IProcessor.Process"/>; never allocates. The next blocks go
    /// over to them within 20 ms, so that nothing clicks; a change during a change waits for its end.
    /// </summary>
    /// <param name="settings">Settings of the processor's own kind.</param>
    /// <returns>False where they are of another kind; nothing has changed then.</returns>
    [RealtimeSafe]
    bool Adjust(ProcessorSettings settings);
}
