using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// The only entry from the host into the audio path: it owns the guards, passes the audio through bit for bit, and measures and
/// captures what came in unless the instance is bypassed.
/// </summary>
internal sealed unsafe partial class AudioProcessor
{
    // What the ring holds while the client is held up, seconds. An export runs many times faster than real time.
    private const double RealtimeRingSeconds = 4;
    private const double OfflineRingSeconds = 16;

    private readonly ParameterValues _values;
    private readonly ParameterOutbox _outbox;
    private readonly CaptureTap _tap = new();
    private CaptureRing? _ring;
    private TrackMeters? _meters;
    private double _sampleRateHz = 44100;
    private int _sampleRateRoundedHz = 44100;
    private int _processMode = ProcessMode.Realtime;

    /// <summary>A processor that is not active.</summary>
    /// <param name="values">The instance's parameters.</param>
    public AudioProcessor(ParameterValues values)
    {
        _values = values;
        _outbox = new ParameterOutbox(values);
    }

    /// <summary>The delay of the output, samples: none.</summary>
    public static uint LatencySamples => 0;

    /// <summary>What sounds on after the input has ended, samples: nothing.</summary>
    public static uint TailSamples => 0;

    /// <summary>What is captured, while active; null else. [any-thread]</summary>
    public CaptureRing? Ring => Volatile.Read(ref _ring);

    /// <summary>The meters, from the first activation on; others after one at another sample rate. [any-thread]</summary>
    public TrackMeters? Meters => Volatile.Read(ref _meters);

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
        double seconds = _processMode == ProcessMode.Offline ? OfflineRingSeconds : RealtimeRingSeconds;
        CaptureRing ring = new(CaptureRing.CapacityFor(_sampleRateHz, CaptureTap.MaxChannels, seconds));
        Volatile.Write(ref _ring, ring);
        PrepareMeters();
        return ring;
    }

    /// <summary>Ends the capture; the audio still passes if the host goes on calling. [main-thread]</summary>
    public void Release() => Volatile.Write(ref _ring, null);

    /// <summary>One block. [audio-thread]</summary>
    /// <param name="data">The host's block; may be a flush without samples or buses.</param>
    /// <returns>A result code; nothing is thrown.</returns>
    [RealtimeSafe]
    public int Process(ProcessData* data)
    {
        if (data == null || data->SampleCount < 0)
        {
            return Result.InvalidArgument;
        }

        try
        {
            ParameterInbox.Apply(data->InputParameterChanges, _values);
            Hear(data);
            PassThrough.Process(data);
            _outbox.Send(data->OutputParameterChanges, _values);
            return Result.Ok;
        }
        catch (Exception error)
        {
            PassThrough.Process(data);
            return Faults.ReportFromAudioThread(error);
        }
    }

    // Meters go on over a pause of the host; another sample rate needs others. A rate below any sound has none.
    private void PrepareMeters()
    {
        if (_meters?.SampleRateHz != _sampleRateRoundedHz)
        {
            Volatile.Write(ref _meters, _sampleRateRoundedHz < TrackMeters.LowestSampleRateHz ? null : new TrackMeters(_sampleRateRoundedHz));
        }
    }

    [RealtimeSafe]
    private void Hear(ProcessData* data)
    {
        CaptureRing? ring = Volatile.Read(ref _ring);
        TrackMeters? meters = Volatile.Read(ref _meters);
        if (_values.IsBypassed || ring is null)
        {
            meters?.Interrupt();
            return;
        }

        bool isFinite = meters is null || MeterTap.Measure(meters, data);
        _tap.Capture(ring, data, _sampleRateRoundedHz, isFinite);
    }
}
