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
public sealed class TrackAnalyzer
{
    private const int BlockFrames = 4096;

    private readonly int _sampleRateHz;
    private readonly int _channelCount;
    private readonly float[][] _block;
    private readonly float[] _mono = new float[BlockFrames];
    private readonly LevelStage _level;
    private readonly StereoStage? _stereo;
    private readonly LoudnessMeter? _loudness;
    private readonly TruePeakMeter? _truePeak;
    private readonly MonoPipeline? _pipeline;
    private readonly AnalysisScope _scope;
    private int _filled;
    private long _frames;
    private long _nonFinite;
    private bool _finished;

    /// <summary>An analyzer that has heard nothing yet.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, within <see cref="SampleRateLimits"/>.</param>
    /// <param name="channelCount">Channels, 1 or more.</param>
    /// <param name="scope">What is measured; features outside it are absent from the result.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the channel count is out of range.</exception>
    public TrackAnalyzer(int sampleRateHz, int channelCount, AnalysisScope scope = AnalysisScope.All)
    {
        SampleRateLimits.Require(sampleRateHz);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        _sampleRateHz = sampleRateHz;
        _channelCount = channelCount;
        _scope = scope;
        _block = new float[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _block[channel] = new float[BlockFrames];
        }

        _level = new LevelStage(channelCount);
        _stereo = scope.HasFlag(AnalysisScope.Stereo) ? new StereoStage(channelCount) : null;
        if (scope.HasFlag(AnalysisScope.Loudness))
        {
            _loudness = new LoudnessMeter(sampleRateHz, channelCount);
            _truePeak = new TruePeakMeter(sampleRateHz, channelCount);
        }

        _pipeline = MonoPipeline.IsNeeded(scope) ? new MonoPipeline(sampleRateHz, BlockFrames, scope) : null;
    }

    /// <summary>Measures audio in memory.</summary>
    /// <param name="buffer">The audio; may have no frames.</param>
    /// <param name="scope">What is measured.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        AudioBuffer buffer, AnalysisScope scope = AnalysisScope.All, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var analyzer = new TrackAnalyzer(buffer.SampleRateHz, buffer.ChannelCount, scope);
        for (int frame = 0; frame < buffer.FrameCount; frame += BlockFrames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            analyzer.Push(buffer.Channels, frame, Math.Min(BlockFrames, buffer.FrameCount - frame));
        }

        return analyzer.Finish();
    }

    /// <summary>Measures a source to its end.</summary>
    /// <param name="source">The audio; read from where it is, not disposed.</param>
    /// <param name="progress">Hears the share that is done, 0–1, where the length is known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrackAnalysis Analyze(
        IAudioSource source, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        const int readFrames = 16 * BlockFrames;
        var analyzer = new TrackAnalyzer(source.SampleRateHz, source.ChannelCount);
        float[][] planar = Enumerable.Range(0, source.ChannelCount).Select(_ => new float[readFrames]).ToArray();
        long done = 0;
        for (int frames; (frames = source.Read(planar, 0, readFrames)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            analyzer.Push(planar, 0, frames);
            done += frames;
            if (source.FrameCount is > 0 and long total)
            {
                progress?.Report(Math.Min(1, (double)done / total));
            }
        }

        TrackAnalysis analysis = analyzer.Finish();
        progress?.Report(1);
        return analysis;
    }

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
            int taken = Math.Min(frameCount, BlockFrames - _filled);
            for (int channel = 0; channel < _channelCount; channel++)
            {
                Span<float> heard = _block[channel].AsSpan(_filled, taken);
                planar[channel].AsSpan(offsetFrames, taken).CopyTo(heard);
                _nonFinite += FiniteSamples.Clean(heard);
            }

            _filled += taken;
            offsetFrames += taken;
            frameCount -= taken;
            if (_filled == BlockFrames)
            {
                ProcessBlock();
            }
        }
    }

    /// <summary>Ends the audio and gives what was measured.</summary>
    /// <exception cref="InvalidOperationException">The analysis is finished already.</exception>
    public TrackAnalysis Finish()
    {
        ThrowIfFinished();
        if (_filled > 0)
        {
            ProcessBlock();
        }

        _finished = true;
        var sheet = new FeatureSheet();
        if (_scope.HasFlag(AnalysisScope.Level))
        {
            _level.Finish(sheet);
        }

        _stereo?.Finish(sheet);
        double[] balance = _pipeline?.Finish(sheet, _level.MonoMeanSquare) ?? [];
        var extended = new ExtendedMeasures
        {
            Loudness = FinishLoudness(),
            TonalBalance = balance,
            ClippedSamples = _level.ClippedSamples,
            DcOffset = _level.DcOffset,
            NonFiniteSamples = _nonFinite,
            BeatsSeconds = _pipeline?.BeatsSeconds ?? [],
            OnsetsSeconds = _pipeline?.OnsetsSeconds ?? [],
            DownbeatsSeconds = _pipeline?.DownbeatsSeconds ?? [],
            Meter = _pipeline?.Meter,
            LowEndPercussiveShare = _pipeline?.LowEndPercussiveShare,
        };
        return new TrackAnalysis((double)_frames / _sampleRateHz, _sampleRateHz, _channelCount, sheet.ToSet(), extended);
    }

    private LoudnessMeasures FinishLoudness()
    {
        if (_loudness is null || _truePeak is null)
        {
            return new LoudnessMeasures(null, null, null, null, null, null);
        }

        // The interpolation filter still waits for what follows the last samples: silence.
        foreach (float[] channel in _block)
        {
            Array.Clear(channel);
        }

        _truePeak.Process(_block, 0, TruePeakMeter.LatencySamples);
        return new LoudnessMeasures(
            _loudness.IntegratedLufs,
            _loudness.MaxShortTermLufs,
            _loudness.MaxMomentaryLufs,
            _loudness.RangeLu,
            _truePeak.TruePeakDbtp,
            _truePeak.TruePeakDbtp - _loudness.IntegratedLufs);
    }

    private void ProcessBlock()
    {
        int count = _filled;
        Span<float> mono = _mono.AsSpan(0, count);
        _block[0].AsSpan(0, count).CopyTo(mono);
        for (int channel = 1; channel < _channelCount; channel++)
        {
            TensorPrimitives.Add(mono, _block[channel].AsSpan(0, count), mono);
        }

        if (_channelCount > 1)
        {
            TensorPrimitives.Multiply(mono, 1f / _channelCount, mono);
        }

        _level.Process(_block, mono);
        _stereo?.Process(_block, count);
        _loudness?.Process(_block, 0, count);
        _truePeak?.Process(_block, 0, count);
        _pipeline?.Process(mono);
        _frames += count;
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
