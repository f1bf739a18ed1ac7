using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>
/// The meters of one track while it plays. One thread at a time feeds them and never waits; any thread reads. Allocates in the
/// constructor and in <see cref="RequestReset"/>, which is for other threads than the feeding one.
/// </summary>
/// <remarks>
/// The feeding thread does what cannot be made good later: sums, filters, peaks, one histogram entry in 100 ms, and a copy of the
/// samples. What only somebody who looks needs (the gate over the histogram, decibels, the spectrum) is done by who looks, and the
/// integrated loudness is still that of all since the reset.
/// The values of a step are handed over under a sequence count: a reader that meets a half-written step tries again.
/// </remarks>
public sealed class TrackMeters
{
    /// <summary>Channels that are measured.</summary>
    public const int MaxChannels = 2;

    /// <summary>The lowest sample rate that can be measured, Hz.</summary>
    public const int LowestSampleRateHz = 100;

    private const int ChunkFrames = 256;
    private const int MaxReadAttempts = 100;

    private readonly float[][] _chunk = [new float[ChunkFrames], new float[ChunkFrames]];
    private readonly LevelWindow _window = new();
    private readonly LoudnessMeter _loudness;
    private readonly TruePeakMeter _truePeak;
    private LoudnessHistogram[]? _reset;
    private TrackLevels _published;
    private long _version;
    private long _heardFrames;
    private int _channelCount;
    private bool _hasNonFinite;
    private bool _isInterrupted = true;

    /// <summary>Meters that have heard nothing.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, <see cref="LowestSampleRateHz"/> or more.</param>
    public TrackMeters(int sampleRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, LowestSampleRateHz);
        SampleRateHz = sampleRateHz;

        // A single channel is measured as one beside a silent one: it counts once either way, and the count may change while playing.
        _loudness = new LoudnessMeter(sampleRateHz, MaxChannels);
        _truePeak = new TruePeakMeter(sampleRateHz, MaxChannels);
        History = new SampleHistory(ThirdOctaveSpectrum.StretchFor(sampleRateHz));
        _published.TruePeakDbtp = _published.MomentaryLufs = _published.ShortTermLufs = double.NegativeInfinity;
    }

    /// <summary>Sample rate, Hz.</summary>
    public int SampleRateHz { get; }

    /// <summary>The newest samples, for a <see cref="ThirdOctaveSpectrum"/>.</summary>
    public SampleHistory History { get; }

    /// <summary>Hears a block. [the feeding thread; may be an audio thread]</summary>
    /// <param name="first">Samples of the first channel, linear; any bits.</param>
    /// <param name="second">Samples of the second channel, as many; empty for one channel.</param>
    /// <returns>Whether all samples were finite.</returns>
    [RealtimeSafe]
    public bool Process(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        if (Volatile.Read(ref _reset) is { } histograms)
        {
            _loudness.BeginProgramme(histograms[0], histograms[1]);
            _truePeak.Reset();
            _hasNonFinite = false;
            Publish();

            // Last, so that no reader sees what was before the reset; one that was asked for meanwhile stays.
            Interlocked.CompareExchange(ref _reset, null, histograms);
        }

        _isInterrupted = false;
        _channelCount = second.IsEmpty ? 1 : 2;
        bool allFinite = true;
        for (int start = 0; start < first.Length; start += ChunkFrames)
        {
            int count = Math.Min(ChunkFrames, first.Length - start);
            allFinite &= SampleGuard.Copy(first.Slice(start, count), _chunk[0]);
            if (second.IsEmpty)
            {
                Array.Clear(_chunk[1], 0, count);
            }
            else
            {
                allFinite &= SampleGuard.Copy(second.Slice(start, count), _chunk[1]);
            }

            _hasNonFinite |= !allFinite;
            History.Write(_chunk[0].AsSpan(0, count), _chunk[1].AsSpan(0, count));
            _truePeak.Process(_chunk, 0, count);
            Measure(count);
        }

        return allFinite;
    }

    /// <summary>What comes next does not follow from what came before, as after a bypass: windows begin anew. [the feeding thread]</summary>
    [RealtimeSafe]
    public void Interrupt()
    {
        if (!_isInterrupted)
        {
            _isInterrupted = true;
            _loudness.Interrupt();
            _window.Reset();
            Publish();
        }
    }

    /// <summary>Begins true peak, integrated loudness and the mark of non-finite samples anew. [any-thread]</summary>
    public void RequestReset() => Volatile.Write(ref _reset, [new LoudnessHistogram(), new LoudnessHistogram()]);

    /// <summary>The values as of the last step. [any-thread]</summary>
    /// <param name="levels">The values.</param>
    /// <returns>False where the feeding thread wrote at each attempt, as it may while it catches up; ask again later.</returns>
    public bool TryRead(out TrackLevels levels)
    {
        for (int attempt = 0; attempt < MaxReadAttempts; attempt++)
        {
            bool isResetting = Volatile.Read(ref _reset) is not null;
            long version = Volatile.Read(ref _version);
            levels = _published;
            Interlocked.MemoryBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref _version) && _loudness.TryIntegratedPower(out double power))
            {
                levels.IntegratedLufs = power > 0 ? LoudnessMeter.ToLufs(power) : double.NegativeInfinity;
                if (isResetting)
                {
                    // No block has come since it was asked for.
                    levels.IntegratedLufs = levels.TruePeakDbtp = double.NegativeInfinity;
                    levels.HasNonFinite = false;
                }

                return true;
            }
        }

        levels = default;
        return false;
    }

    [RealtimeSafe]
    private void Measure(int count)
    {
        for (int at = 0; at < count;)
        {
            long toNextStep = _loudness.FramesToNextStep;
            int taken = (int)Math.Min(count - at, toNextStep);
            _window.Add(_chunk[0].AsSpan(at, taken), _chunk[1].AsSpan(at, taken));
            _loudness.Process(_chunk, at, taken);
            at += taken;
            _heardFrames += taken;
            if (taken == toNextStep)
            {
                _window.EndStep();
                Publish();
            }
        }
    }

    [RealtimeSafe]
    private void Publish()
    {
        Volatile.Write(ref _version, _version + 1);
        Interlocked.MemoryBarrier();
        _published.ChannelCount = _channelCount;
        _published.HeardFrames = _heardFrames;
        _published.FirstPeak = _window.FirstPeak;
        _published.SecondPeak = _window.SecondPeak;
        _published.FirstMeanSquare = _window.FirstMeanSquare;
        _published.SecondMeanSquare = _window.SecondMeanSquare;
        _published.MeanProduct = _window.MeanProduct;
        _published.TruePeakDbtp = _truePeak.TruePeakDbtp ?? double.NegativeInfinity;
        _published.MomentaryLufs = Lufs(_loudness.MomentaryPower);
        _published.ShortTermLufs = Lufs(_loudness.ShortTermPower);
        _published.HasNonFinite = _hasNonFinite;
        Volatile.Write(ref _version, _version + 1);
    }

    // Silence that a filter still rings in is silence: the same limit as that of the meter for files.
    private static double Lufs(double power) => power > 1e-20 ? LoudnessMeter.ToLufs(power) : double.NegativeInfinity;
}
