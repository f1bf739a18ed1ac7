using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Features;

/// <summary>
/// Measures audio as a stream: push blocks of any size, then finish. The result does not depend, bit for bit, on how the audio
/// was cut into blocks; memory does not grow with length but for a few numbers per 23 ms.
/// </summary>
/// <remarks>
/// What is no sample (see <see cref="FiniteSamples"/>) is counted and taken as silence. More than two channels: the stereo field is that of
/// the first two, the mono mix is the mean of all. An instance measures one piece of audio, on one thread at a time.
/// </remarks>
public sealed partial class TrackAnalyzer
{
    private const int BlockFrames = 4096;

    // Several threads meet after every batch; the more audio there is in it, the less time goes into meeting.
    private const int BatchBlocks = 8;

    private readonly int _sampleRateHz;
    private readonly int _channelCount;
    private readonly int _threadCount;
    private readonly float[][] _batch;
    private readonly float[] _mono;
    private readonly LevelStage _level;
    private readonly StereoStage? _stereo;
    private readonly BandStereoStage? _bandStereo;
    private readonly NoiseFloorStage? _noiseFloor;
    private readonly WaveformStage? _waveform;
    private readonly LoudnessSeries? _loudness;
    private readonly TruePeakMeter? _truePeak;
    private readonly MonoPipeline? _pipeline;
    private readonly StageCrew _front;
    private readonly StageCrew _stages;
    private readonly AnalysisScope _scope;
    private int _filled;
    private long _frames;
    private long _nonFinite;
    private bool _finished;

    /// <summary>An analyzer that has heard nothing yet.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, within <see cref="SampleRateLimits"/>.</param>
    /// <param name="channelCount">Channels, 1 or more.</param>
    /// <param name="scope">What is measured; features outside it are absent from the result.</param>
    /// <param name="threadCount">Threads that share the work, 1 or more; the result is the same, bit for bit, for any number of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate, the channel count or the thread count is out of range.</exception>
    public TrackAnalyzer(int sampleRateHz, int channelCount, AnalysisScope scope = AnalysisScope.All, int threadCount = 1)
    {
        SampleRateLimits.Require(sampleRateHz);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threadCount, 1);
        _sampleRateHz = sampleRateHz;
        _channelCount = channelCount;
        _threadCount = threadCount;
        _scope = scope;
        int batchFrames = threadCount == 1 ? BlockFrames : BatchBlocks * BlockFrames;
        _batch = Enumerable.Range(0, channelCount).Select(_ => new float[batchFrames]).ToArray();
        _mono = new float[batchFrames];
        _level = new LevelStage(channelCount);
        _stereo = scope.HasFlag(AnalysisScope.Stereo) ? new StereoStage(channelCount) : null;
        if (scope.HasFlag(AnalysisScope.Detail))
        {
            _bandStereo = channelCount > 1 ? new BandStereoStage(sampleRateHz) : null;
            _noiseFloor = new NoiseFloorStage(sampleRateHz, channelCount);
            _waveform = new WaveformStage(sampleRateHz);
        }

        if (scope.HasFlag(AnalysisScope.Loudness))
        {
            _loudness = new LoudnessSeries(sampleRateHz, channelCount);
            _truePeak = new TruePeakMeter(sampleRateHz, channelCount);
        }

        _pipeline = MonoPipeline.IsNeeded(scope) ? new MonoPipeline(sampleRateHz, batchFrames, scope) : null;
        (_front, _stages) = MakeCrews();
    }

    /// <summary>What each job of the analysis has cost so far, summed over threads.</summary>
    internal IEnumerable<(string Name, TimeSpan Time)> Costs => _front.Costs.Concat(_stages.Costs)
        .GroupBy(cost => cost.Name)
        .Select(group => (group.Key, TimeSpan.FromTicks(group.Sum(cost => cost.Time.Ticks))));

    /// <summary>Hears the next frames.</summary>
    /// <param name="planar">Samples [channel][frame], linear; may hold NaN and infinities.</param>
    /// <param name="offsetFrames">First frame.</param>
    /// <param name="frameCount">Frames.</param>
    /// <exception cref="ArgumentException">The arrays do not hold the range.</exception>
    /// <exception cref="InvalidOperationException">The analysis is finished.</exception>
    public void Push(IReadOnlyList<float[]> planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, _channelCount, offsetFrames, frameCount);
        ThrowIfFinished();
        while (frameCount > 0)
        {
            int taken = Math.Min(frameCount, _mono.Length - _filled);
            for (int channel = 0; channel < _channelCount; channel++)
            {
                Span<float> heard = _batch[channel].AsSpan(_filled, taken);
                planar[channel].AsSpan(offsetFrames, taken).CopyTo(heard);
                _nonFinite += FiniteSamples.Clean(heard);
            }

            _filled += taken;
            offsetFrames += taken;
            frameCount -= taken;
            if (_filled == _mono.Length)
            {
                ProcessBatch();
            }
        }
    }

    private (StageCrew Front, StageCrew Stages) MakeCrews()
    {
        IEnumerable<StageJob> stages = _pipeline?.Jobs ?? [];
        // With one thread the stages hear a batch while it is in the cache; with several, the one before it beside the front.
        return (new StageCrew(_threadCount == 1 ? FrontJobs() : FrontJobs().Concat(stages), _threadCount), new StageCrew(stages, _threadCount));
    }

    // What hears the batch at its native rate, and what makes of it the batch of the pipeline; the costliest first.
    private IEnumerable<StageJob> FrontJobs()
    {
        if (_pipeline is not null)
        {
            yield return new StageJob("resampling, short frames, mel", () => ForEachBlock((at, count) => _pipeline.Fill(_mono.AsSpan(at, count))));
        }

        if (_loudness is not null)
        {
            yield return new StageJob("loudness", () => ForEachBlock((at, count) => _loudness.Process(_batch, at, count)));
        }

        if (_truePeak is not null)
        {
            yield return new StageJob("true peak", () => ForEachBlock((at, count) => _truePeak.Process(_batch, at, count)));
        }

        if (_bandStereo is not null)
        {
            yield return new StageJob("stereo field by band", () => ForEachBlock((at, count) => _bandStereo.Process(_batch, at, count)));
        }

        if (_noiseFloor is not null && _waveform is not null)
        {
            yield return new StageJob("noise floor, outline", () => ForEachBlock((at, count) =>
            {
                _noiseFloor.Process(_batch, at, count);
                _waveform.Process(_mono.AsSpan(at, count));
            }));
        }

        yield return new StageJob("levels", () => ForEachBlock((at, count) => _level.Process(_batch, at, _mono.AsSpan(at, count))));
        if (_stereo is not null)
        {
            yield return new StageJob("stereo field", () => ForEachBlock((at, count) => _stereo.Process(_batch, at, count)));
        }
    }

    // Sums are rounded block by block, whatever the size of the batch.
    private void ForEachBlock(Action<int, int> hear)
    {
        for (int at = 0; at < _filled; at += BlockFrames)
        {
            hear(at, Math.Min(BlockFrames, _filled - at));
        }
    }

    private void ProcessBatch()
    {
        Span<float> mono = _mono.AsSpan(0, _filled);
        _batch[0].AsSpan(0, _filled).CopyTo(mono);
        for (int channel = 1; channel < _channelCount; channel++)
        {
            TensorPrimitives.Add(mono, _batch[channel].AsSpan(0, _filled), mono);
        }

        if (_channelCount > 1)
        {
            TensorPrimitives.Multiply(mono, 1f / _channelCount, mono);
        }

        _front.Run();
        _pipeline?.Advance();
        if (_threadCount == 1)
        {
            _stages.Run();
        }

        _frames += _filled;
        _filled = 0;
    }

    private void ThrowIfFinished()
    {
        if (_finished)
        {
            throw new InvalidOperationException("The analysis is finished; make a new analyzer for other audio.");
        }
    }
}
