using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>
/// Everything that is measured on the mono mix at 22 050 Hz: one resampler, one transform of short frames and one of long
/// frames, shared by all stages.
/// </summary>
internal sealed class MonoPipeline
{
    private readonly Resampler _resampler;
    private readonly float[] _resampled;
    private readonly FrameSlicer _short = new(AnalysisRate.FrameLength, AnalysisRate.HopLength);
    private readonly FrameSlicer _long = new(AnalysisRate.LongFrameLength, AnalysisRate.LongHopLength);
    private readonly FrameSpectrum _shortSpectrum = new(AnalysisRate.FrameLength);
    private readonly FrameSpectrum _longSpectrum = new(AnalysisRate.LongFrameLength);
    private readonly MelFilterbank _melBands = new(SpectralFrame.MelBandCount, AnalysisRate.FrameLength, AnalysisRate.SampleRateHz);
    private readonly SpectralFrame _frame = new();
    private readonly SpectrumStage? _spectrum;
    private readonly ZeroCrossingStage? _zeroCrossings;
    private readonly TonalBalanceStage? _balance;
    private readonly PunchStage? _punch;
    private readonly HarmonicPercussiveStage? _separation;
    private readonly DynamicRangeStage? _dynamicRange;
    private readonly RhythmStage? _rhythm;
    private readonly TonalityStage? _tonality;
    private readonly bool _needsMel;
    private readonly bool _needsShort;
    private readonly bool _needsLong;
    private long _samples;

    /// <summary>The stages that a scope needs.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    /// <param name="maxBlockFrames">Longest block that will come.</param>
    /// <param name="scope">What is measured.</param>
    public MonoPipeline(int sampleRateHz, int maxBlockFrames, AnalysisScope scope)
    {
        _resampler = new Resampler(sampleRateHz, AnalysisRate.SampleRateHz);
        _resampled = new float[_resampler.MaxOutput(maxBlockFrames)];
        if (scope.HasFlag(AnalysisScope.Spectrum))
        {
            _spectrum = new SpectrumStage();
            _zeroCrossings = new ZeroCrossingStage();
            _balance = new TonalBalanceStage();
            _punch = new PunchStage();
        }

        _separation = scope.HasFlag(AnalysisScope.HarmonicPercussive) ? new HarmonicPercussiveStage() : null;
        _dynamicRange = scope.HasFlag(AnalysisScope.Level) ? new DynamicRangeStage() : null;
        _rhythm = scope.HasFlag(AnalysisScope.Rhythm) ? new RhythmStage() : null;
        _tonality = scope.HasFlag(AnalysisScope.Tonality) ? new TonalityStage() : null;
        _needsMel = _spectrum is not null;
        _needsShort = _needsMel || _rhythm is not null || _separation is not null;
        _needsLong = _balance is not null || _tonality is not null;
    }

    /// <summary>Beat times, s, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<double> BeatsSeconds => _rhythm?.BeatsSeconds ?? [];

    /// <summary>Onset times, s, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<double> OnsetsSeconds => _rhythm?.OnsetsSeconds ?? [];

    /// <summary>The beats that begin a bar, s, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<double> DownbeatsSeconds => _rhythm?.DownbeatsSeconds ?? [];

    /// <summary>Beats in a bar, after <see cref="Finish"/>; null where there is no pulse or it was not measured.</summary>
    public MeterEstimate? Meter => _rhythm?.Meter;

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1, after <see cref="Finish"/>; null where it was not measured.</summary>
    public double? LowEndPercussiveShare => _separation?.LowEndPercussiveShare;

    /// <summary>Whether a scope needs this pipeline at all.</summary>
    public static bool IsNeeded(AnalysisScope scope) => (scope & ~(AnalysisScope.Loudness | AnalysisScope.Stereo)) != 0;

    /// <summary>Hears the mono mix at the native rate.</summary>
    public void Process(ReadOnlySpan<float> mono)
    {
        int count = _resampler.Push(mono, _resampled);
        Hear(_resampled.AsSpan(0, count));
    }

    /// <summary>Ends the stream and writes what was measured; gives the tonal balance.</summary>
    public double[] Finish(FeatureSheet sheet, double nativeMeanSquare)
    {
        int count = _resampler.Finish(_resampled);
        Hear(_resampled.AsSpan(0, count));
        _short.End();
        _long.End();
        DrainFrames();

        bool isSilent = nativeMeanSquare <= 1e-18;
        double seconds = (double)_samples / AnalysisRate.SampleRateHz;
        _dynamicRange?.Finish(sheet, isSilent);
        _spectrum?.Finish(sheet);
        _zeroCrossings?.Finish(sheet, isSilent);
        _rhythm?.Finish(sheet, isSilent, seconds);
        _tonality?.Finish(sheet, isSilent, seconds);
        _punch?.Finish(sheet);
        _separation?.Finish(sheet);
        return _balance?.Finish(sheet, nativeMeanSquare) ?? [];
    }

    private void Hear(ReadOnlySpan<float> samples)
    {
        _samples += samples.Length;
        _dynamicRange?.Process(samples);
        _zeroCrossings?.Process(samples);
        _balance?.ProcessSamples(samples);
        _punch?.Process(samples);
        _rhythm?.ProcessSamples(samples);
        if (_needsShort)
        {
            _short.Write(samples);
        }

        if (_needsLong)
        {
            _long.Write(samples);
        }

        DrainFrames();
    }

    private void DrainFrames()
    {
        while (_short.TryNext(out ReadOnlySpan<float> samples))
        {
            _shortSpectrum.Measure(samples, _frame.Power);
            TensorPrimitives.Sqrt(_frame.Power, _frame.Magnitude);
            if (_needsMel)
            {
                _melBands.Apply(_frame.Power, _frame.Mel);
                TensorPrimitives.Max(_frame.Mel, 1e-10f, _frame.MelDb);
                TensorPrimitives.Log10(_frame.MelDb, _frame.MelDb);
                TensorPrimitives.Multiply(_frame.MelDb, 10f, _frame.MelDb);
            }

            _spectrum?.Process(_frame);
            _separation?.Process(_frame.Magnitude);
            _rhythm?.Process(_frame);
        }

        while (_long.TryNext(out ReadOnlySpan<float> samples))
        {
            _longSpectrum.Measure(samples);
            _balance?.ProcessFrame(_longSpectrum.Power);
            _tonality?.Process(_longSpectrum.Power);
        }
    }
}
