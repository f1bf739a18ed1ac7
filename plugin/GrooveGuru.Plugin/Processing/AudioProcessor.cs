using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// The host's way to the audio path of one instance: makes ready what the path needs and takes it away again, both while the host may
/// be in the middle of a block. The path itself is <see cref="AudioPath"/>.
/// </summary>
internal sealed unsafe partial class AudioProcessor
{
    // What the ring holds while the client is held up, seconds. An export runs many times faster than real time.
    private const double RealtimeRingSeconds = 4;
    private const double OfflineRingSeconds = 16;

    // The meters' thread comes by each second at the latest; in an export each 20 ms, and sooner where the ring fills up sooner: 4 s
    // are room for 200 times real time while it is as slow as that.
    private const double RealtimeMeterSeconds = 2;
    private const double OfflineMeterSeconds = 4;

    // No block takes so long; a thread that is put off by the system may.
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(1);

    // Pinned memory has one address for life, and lives as long as this object: as long as the host may call.
    private readonly AudioState[] _state = GC.AllocateArray<AudioState>(1, pinned: true);
    private readonly List<CaptureRing> _inUse = [];
    private readonly List<PreviewRing> _previewsInUse = [];
    private CaptureRing? _ring;
    private double _sampleRateHz = 44100;
    private int _sampleRateRoundedHz = 44100;
    private int _processMode = ProcessMode.Realtime;

    /// <summary>A processor that is not active.</summary>
    /// <param name="values">The instance's parameters.</param>
    public AudioProcessor(ParameterValues values)
    {
        Values = values;
        State = (AudioState*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_state));
        State->Values = values.Memory;
        for (uint id = 0; id < ParameterIds.Count; id++)
        {
            // All parameters start where the host believes them to be: at their defaults.
            State->Sent[id] = values.Get(id);
        }

        MeterFeed = new MeterFeed(this);
    }

    /// <summary>The delay of the output, samples: none.</summary>
    public static uint LatencySamples => 0;

    /// <summary>What sounds on after the input has ended, samples: nothing.</summary>
    public static uint TailSamples => 0;

    /// <summary>The instance's parameters; the audio path knows their memory, so they live as long as this object.</summary>
    public ParameterValues Values { get; }

    /// <summary>What the audio path knows; good as long as this object is known to somebody.</summary>
    public AudioState* State { get; }

    /// <summary>What is captured, while active; null else. [any-thread]</summary>
    public CaptureRing? Ring => Volatile.Read(ref _ring);

    /// <summary>What brings the audio to the meters.</summary>
    public MeterFeed MeterFeed { get; }

    /// <summary>Takes the host's setup: every rate and block size, 32-bit samples. [main-thread]</summary>
    /// <returns>False where the rate or the sample size cannot be taken.</returns>
    public bool TrySetup(in ProcessSetup setup)
    {
        if (setup.SymbolicSampleSize != SampleSize.Float32 || !double.IsFinite(setup.SampleRate) || setup.SampleRate <= 0)
        {
            return false;
        }

        _sampleRateHz = setup.SampleRate;
        _sampleRateRoundedHz = (int)Math.Clamp(Math.Round(setup.SampleRate), 1, int.MaxValue);
        _processMode = setup.ProcessMode;
        return true;
    }

    /// <summary>Allocates what processing needs; a new ring each time, so that a late reader of the old one is not disturbed.</summary>
    /// <returns>The ring that the client is to read.</returns>
    public CaptureRing Prepare()
    {
        Release();
        bool isOffline = _processMode == ProcessMode.Offline;
        CaptureRing ring = new(
            CaptureRing.CapacityFor(_sampleRateHz, MainInput.MaxChannels, isOffline ? OfflineRingSeconds : RealtimeRingSeconds));

        // A rate below any sound has no meters.
        CaptureRing? meterRing = _sampleRateRoundedHz < TrackMeters.LowestSampleRateHz ? null
            : new(CaptureRing.CapacityFor(_sampleRateHz, MainInput.MaxChannels, isOffline ? OfflineMeterSeconds : RealtimeMeterSeconds));
        MeterFeed.Begin(meterRing, _sampleRateRoundedHz, isOffline);
        Volatile.Write(ref State->SampleRateHz, _sampleRateRoundedHz);
        Volatile.Write(ref State->MeterRing, meterRing is null ? 0 : (nint)meterRing.Memory);
        Volatile.Write(ref State->CaptureRing, (nint)ring.Memory);
        Volatile.Write(ref _ring, ring);
        return ring;
    }

    /// <summary>Ends the capture; the audio still passes if the host goes on calling. [main-thread]</summary>
    public void Release()
    {
        CaptureRing? ring = _ring;
        CaptureRing? meterRing = MeterFeed.Ring;
        Volatile.Write(ref State->CaptureRing, 0);
        Volatile.Write(ref State->MeterRing, 0);
        if (!WaitForCalls())
        {
            // A call that hangs may write there one day: kept as long as the instance.
            _inUse.AddRange(new[] { ring, meterRing }.OfType<CaptureRing>());
        }

        lock (_previewGate)
        {
            Volatile.Write(ref _ring, null); // from here on no preview begins
            EndPreview();
        }

        MeterFeed.End();
    }

    /// <summary>One block, as the host has it processed. [audio-thread]</summary>
    /// <param name="data">The host's block; may be a flush without samples or buses.</param>
    /// <returns>A result code; nothing is thrown.</returns>
    [RealtimeSafe]
    public int Process(ProcessData* data) => AudioPath.Process(State, data);

    // Until no call is under way that may know what was just taken from the state; false where one hangs.
    private bool WaitForCalls()
    {
        Interlocked.MemoryBarrier();
        return SpinWait.SpinUntil(() => Volatile.Read(ref State->CallsUnderWay) == 0, CallLimit);
    }
}
