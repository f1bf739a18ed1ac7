using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Form;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>
/// Everything that is measured on the mono mix at 22 050 Hz: one resampler, one transform of short frames and one of long
/// frames, shared by all stages.
/// </summary>
/// <remarks>
/// The front (resampling, short frames) fills one batch while the stages hear the one before it, so that both may run at once.
/// </remarks>
internal sealed class MonoPipeline
{
    private const int UsualBeatsPerBar = 4;

    // -120 dBFS: below the noise of any converter.
    private const double SilentMeanSquare = 1e-12;

    private readonly FrameSpectrum _shortSpectrum = new(AnalysisRate.FrameLength);
    private readonly FrameSpectrum _longSpectrum = new(AnalysisRate.LongFrameLength);
    private readonly MelFilterbank _melBands = new(SpectralFrame.MelBandCount, AnalysisRate.FrameLength, AnalysisRate.SampleRateHz);
    private readonly bool _needsMel;
    private readonly bool _needsShort;
    private readonly bool _needsLong;
    private readonly int _room;
    private Resampler _resampler;
    private FrameSlicer _short = new(AnalysisRate.FrameLength, AnalysisRate.HopLength);
    private FrameSlicer _long = new(AnalysisRate.LongFrameLength, AnalysisRate.LongHopLength);
    private SpectrumStage? _spectrum;
    private ZeroCrossingStage? _zeroCrossings;
    private TonalBalanceStage? _balance;
    private PunchStage? _punch;
    private HarmonicPercussiveStage? _separation;
    private DynamicRangeStage? _dynamicRange;
    private RhythmStage? _rhythm;
    private TonalityStage? _tonality;
    private FormStage? _form;
    private FrameBatch _filling;
    private FrameBatch _heard;
    private long _samples;

    /// <summary>The stages that a scope needs.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    /// <param name="maxBatchFrames">Most frames of the native rate between two calls of <see cref="Advance"/>.</param>
    /// <param name="scope">What is measured.</param>
    public MonoPipeline(int sampleRateHz, int maxBatchFrames, AnalysisScope scope)
    {
        _resampler = new Resampler(sampleRateHz, AnalysisRate.SampleRateHz);
        _room = _resampler.MaxOutput(maxBatchFrames) + _resampler.MaxOutput(0);
        (_filling, _heard) = (new FrameBatch(_room), new FrameBatch(_room));
        if (scope.HasFlag(AnalysisScope.Spectrum))
        {
            _spectrum = new SpectrumStage();
            _zeroCrossings = new ZeroCrossingStage();
            _balance = new TonalBalanceStage(sampleRateHz);
            _punch = new PunchStage();
        }

        _separation = scope.HasFlag(AnalysisScope.HarmonicPercussive) ? new HarmonicPercussiveStage() : null;
        _dynamicRange = scope.HasFlag(AnalysisScope.Level) ? new DynamicRangeStage() : null;
        _rhythm = scope.HasFlag(AnalysisScope.Rhythm) ? new RhythmStage() : null;
        _tonality = scope.HasFlag(AnalysisScope.Tonality) ? new TonalityStage() : null;
        _form = _rhythm is not null && _tonality is not null ? new FormStage() : null;
        _needsMel = _spectrum is not null;
        _needsShort = _needsMel || _rhythm is not null || _separation is not null;
        _needsLong = _balance is not null || _tonality is not null;
    }

    /// <summary>Onsets, beats, bars, after <see cref="Finish"/>; null where they were not measured.</summary>
    public RhythmStage? Rhythm => _rhythm;

    /// <summary>The sections, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<SectionSegment> Sections => _form?.Sections ?? [];

    /// <summary>Tuning, chords and chroma, after <see cref="Finish"/>; null where they were not measured.</summary>
    public TonalityStage? Tonality => _tonality;

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1, after <see cref="Finish"/>; null where it was not measured.</summary>
    public double? LowEndPercussiveShare => _separation?.LowEndPercussiveShare;

    /// <summary>The jobs that hear the batch of the last <see cref="Advance"/>; each may run beside the others and beside <see cref="Fill"/>.</summary>
    public IEnumerable<StageJob> Jobs
    {
        get
        {
            if (_needsLong)
            {
                yield return new StageJob("long frames, tonal balance, pitch", HearLongFrames);
            }

            if (_separation is not null)
            {
                yield return new StageJob("harmonic and percussive", () => ForEachFrame(frame => _separation.Process(frame.Magnitude)));
            }

            if (_spectrum is not null)
            {
                yield return new StageJob("timbre", () => ForEachFrame(_spectrum.Process));
            }

            if (_rhythm is not null)
            {
                yield return new StageJob("attacks, new pitches", HearRhythm);
            }

            if (_dynamicRange is not null || _spectrum is not null)
            {
                yield return new StageJob("punch, zero crossings, dynamic range", HearSamples);
            }
        }
    }

    /// <summary>Whether a scope needs this pipeline at all.</summary>
    public static bool IsNeeded(AnalysisScope scope) => (scope & ~(AnalysisScope.Loudness | AnalysisScope.Stereo | AnalysisScope.Detail)) != 0;

    /// <summary>Resamples the mono mix and transforms the frames that are complete.</summary>
    /// <param name="mono">The mono mix at the native rate.</param>
    public void Fill(ReadOnlySpan<float> mono) => AddFrames(_resampler.Push(mono, _filling.Room));

    /// <summary>Ends the mono mix.</summary>
    public void FillLast()
    {
        int count = _resampler.Finish(_filling.Room);
        _filling.IsLast = true;
        AddFrames(count);
    }

    /// <summary>What was filled is due to be heard, and what was heard is filled again.</summary>
    public void Advance()
    {
        (_filling, _heard) = (_heard, _filling);
        _filling.Clear();
    }

    /// <summary>
    /// A copy that goes on by itself from here, when all that was filled has been heard; working memory is shared, so not at the same time.
    /// </summary>
    public MonoPipeline Fork()
    {
        var copy = (MonoPipeline)MemberwiseClone();
        (copy._filling, copy._heard) = (new FrameBatch(_room), new FrameBatch(_room));
        copy._resampler = _resampler.Fork();
        copy._short = _short.Fork();
        copy._long = _long.Fork();
        copy._spectrum = _spectrum?.Fork();
        copy._zeroCrossings = _zeroCrossings?.Fork();
        copy._balance = _balance?.Fork();
        copy._punch = _punch?.Fork();
        copy._separation = _separation?.Fork();
        copy._dynamicRange = _dynamicRange?.Fork();
        copy._rhythm = _rhythm?.Fork();
        copy._tonality = _tonality?.Fork();
        copy._form = _form?.Fork();
        return copy;
    }

    /// <summary>Writes what was measured; gives the tonal balance.</summary>
    public double[] Finish(FeatureSheet sheet, double nativeMeanSquare)
    {
        bool isSilent = nativeMeanSquare <= SilentMeanSquare;
        double seconds = (double)_samples / AnalysisRate.SampleRateHz;
        _dynamicRange?.Finish(sheet, isSilent);
        _spectrum?.Finish(sheet);
        _zeroCrossings?.Finish(sheet, isSilent);
        _rhythm?.Finish(sheet, isSilent, seconds);
        _tonality?.Finish(sheet, isSilent, seconds);
        if (_rhythm is not null && _tonality is not null)
        {
            var pulse = new Pulse(_rhythm.BeatsSeconds, _rhythm.DownbeatsSeconds, _rhythm.Meter?.BeatsPerBar ?? UsualBeatsPerBar);
            _form?.Finish(sheet, pulse, _rhythm.OnsetStrength, _tonality, isSilent, seconds);
        }

        _punch?.Finish(sheet);
        _separation?.Finish(sheet);
        return _balance?.Finish(sheet, nativeMeanSquare) ?? [];
    }

    private void AddFrames(int sampleCount)
    {
        _samples += sampleCount;
        ReadOnlySpan<float> samples = _filling.AddPiece(sampleCount);
        if (!_needsShort)
        {
            return;
        }

        _short.Write(samples);
        if (_filling.IsLast)
        {
            _short.End();
        }

        while (_short.TryNext(out ReadOnlySpan<float> frame))
        {
            Measure(frame, _filling.NextFrame());
        }
    }

    private void Measure(ReadOnlySpan<float> samples, SpectralFrame frame)
    {
        _shortSpectrum.Measure(samples, frame.Power);
        TensorPrimitives.Sqrt(frame.Power, frame.Magnitude);
        if (_needsMel)
        {
            _melBands.Apply(frame.Power, frame.Mel);
            TensorPrimitives.Max(frame.Mel, 1e-10f, frame.MelDb);
            TensorPrimitives.Log10(frame.MelDb, frame.MelDb);
            TensorPrimitives.Multiply(frame.MelDb, 10f, frame.MelDb);
        }
    }

    private void ForEachFrame(Action<SpectralFrame> hear)
    {
        for (int index = 0; index < _heard.FrameCount; index++)
        {
            hear(_heard.Frame(index));
        }
    }

    private void HearRhythm()
    {
        for (int index = 0; index < _heard.PieceCount; index++)
        {
            _rhythm!.ProcessSamples(_heard.Piece(index));
        }

        ForEachFrame(_rhythm!.Process);
    }

    private void HearSamples()
    {
        for (int index = 0; index < _heard.PieceCount; index++)
        {
            ReadOnlySpan<float> samples = _heard.Piece(index);
            _dynamicRange?.Process(samples);
            _zeroCrossings?.Process(samples);
            _punch?.Process(samples);
        }
    }

    private void HearLongFrames()
    {
        for (int index = 0; index < _heard.PieceCount; index++)
        {
            ReadOnlySpan<float> samples = _heard.Piece(index);
            _balance?.ProcessSamples(samples);
            _tonality?.ProcessSamples(samples);
            _long.Write(samples);
            DrainLongFrames(reachesEnd: false);
        }

        if (_heard.IsLast)
        {
            _long.End();
            DrainLongFrames(reachesEnd: true);
        }
    }

    private void DrainLongFrames(bool reachesEnd)
    {
        while (_long.TryNext(out ReadOnlySpan<float> samples))
        {
            _longSpectrum.Measure(samples);
            _balance?.ProcessFrame(_longSpectrum.Power, reachesEnd);
            _tonality?.Process(_longSpectrum.Power);
            _form?.Process(_longSpectrum.Power);
        }
    }
}
