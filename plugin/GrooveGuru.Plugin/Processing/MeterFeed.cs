using System.Runtime.InteropServices;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// Takes what the audio thread left for the meters of one instance, and lets them hear it: on the meters' thread, or on that of whoever
/// looks at them, never on the audio thread.
/// </summary>
/// <remarks>A gap, where blocks found no room or were not wanted, is an interruption: windows begin anew, the programme goes on.</remarks>
/// <param name="processor">The instance; it must be known to somebody as long as this feed is used.</param>
internal sealed unsafe class MeterFeed(AudioProcessor processor)
{
    private readonly Lock _gate = new();
    private CaptureRing? _ring;
    private TrackMeters? _meters;
    private long _positionFrames;
    private volatile bool _isOffline;

    /// <summary>The meters, from the first activation on; others after one at another sample rate. [any-thread]</summary>
    public TrackMeters? Meters => Volatile.Read(ref _meters);

    /// <summary>What the audio thread writes to, while active; null else, and at a rate that has no meters.</summary>
    public CaptureRing? Ring => Volatile.Read(ref _ring);

    /// <summary>Whether the host renders faster than real time.</summary>
    public bool IsOffline => _isOffline;

    /// <summary>Begins to read another ring. Meters go on over a pause of the host; another sample rate needs others. [main-thread]</summary>
    /// <param name="ring">The ring; null where the rate has no meters.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="isOffline">Whether the host renders faster than real time.</param>
    public void Begin(CaptureRing? ring, int sampleRateHz, bool isOffline)
    {
        lock (_gate)
        {
            _isOffline = isOffline;
            Volatile.Write(ref _ring, ring);
            if (ring is null || _meters?.SampleRateHz != sampleRateHz)
            {
                Volatile.Write(ref _meters, ring is null ? null : new TrackMeters(sampleRateHz));
            }
        }
    }

    /// <summary>Lets the meters hear the rest, and forgets the ring. [main-thread]</summary>
    public void End()
    {
        lock (_gate)
        {
            Drain();
            Volatile.Write(ref _ring, null);
        }
    }

    /// <summary>Lets the meters hear all that waits. [any-thread but the audio thread]</summary>
    /// <returns>The meters; while another thread is at it, as far as that one has come.</returns>
    public TrackMeters? CaughtUp()
    {
        if (_gate.TryEnter())
        {
            try
            {
                Drain();
            }
            finally
            {
                _gate.Exit();
            }
        }

        return Meters;
    }

    /// <summary>Lets the meters hear all that waits. [the meters' thread]</summary>
    /// <returns>How much of the ring had been filled, 0 to 1.</returns>
    public double CatchUp()
    {
        lock (_gate)
        {
            double filled = _ring is { } ring ? (double)ring.WaitingBytes / ring.CapacityBytes : 0;
            Drain();
            return filled;
        }
    }

    private void Drain()
    {
        if (_meters is not { } meters)
        {
            return;
        }

        // Read first: what the audio thread had counted by now lies in the ring, or never will.
        long counted = Volatile.Read(ref processor.State->HeardFrames);
        while (_ring is { } ring && ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> bytes))
        {
            if (header.StreamPositionFrames != _positionFrames)
            {
                meters.Interrupt();
            }

            ReadOnlySpan<float> samples = MemoryMarshal.Cast<byte, float>(bytes);
            meters.Process(samples[..header.FrameCount], samples[header.FrameCount..]);
            _positionFrames = header.StreamPositionFrames + header.FrameCount;
            ring.Advance();
        }

        if (_positionFrames < counted)
        {
            meters.Interrupt();
            _positionFrames = counted;
        }
    }
}
