using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// The rings that wait to be drained, oldest first: each activation brings a new one, and the last blocks of the old one still count.
/// </summary>
internal sealed class CaptureFeed
{
    // A host that switches on and off without a bridge must not collect memory.
    private const int MaxRings = 2;

    private readonly Lock _gate = new();
    private readonly Queue<CaptureRing> _rings = new();

    /// <summary>Adds the ring that the audio thread writes to now; the oldest one is forgotten where there are too many.</summary>
    public void Attach(CaptureRing ring)
    {
        lock (_gate)
        {
            if (_rings.Count == MaxRings)
            {
                _rings.Dequeue();
            }

            _rings.Enqueue(ring);
        }
    }

    /// <summary>The ring to read next; null where there is none. [the client's thread]</summary>
    public CaptureRing? Current()
    {
        lock (_gate)
        {
            while (_rings.Count > 1 && _rings.Peek().IsEmpty)
            {
                _rings.Dequeue();
            }

            return _rings.Count > 0 ? _rings.Peek() : null;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rings.Clear();
        }
    }
}
