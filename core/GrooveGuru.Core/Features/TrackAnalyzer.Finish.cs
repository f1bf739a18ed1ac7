using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Features;

/// <content>The end of the audio: from what was heard to what was measured.</content>
public sealed partial class TrackAnalyzer
{
    /// <summary>Ends the audio and gives what was measured.</summary>
    /// <exception cref="InvalidOperationException">The analysis is finished already.</exception>
    public TrackAnalysis Finish()
    {
        ThrowIfFinished();
        if (_filled > 0)
        {
            ProcessBatch();
        }

        FinishPipeline();
        _finished = true;
        var sheet = new FeatureSheet();
        if (_scope.HasFlag(AnalysisScope.Level))
        {
            _level.Finish(sheet);
        }

        _stereo?.Finish(sheet);
        double[] balance = _pipeline?.Finish(sheet, _level.MonoMeanSquare) ?? [];
        TonalityStage? tonality = _pipeline?.Tonality;
        RhythmStage? rhythm = _pipeline?.Rhythm;
        var extended = new ExtendedMeasures
        {
            Loudness = FinishLoudness(),
            TonalBalance = balance,
            ClippedSamples = _level.ClippedSamples,
            DcOffset = _level.DcOffset,
            NonFiniteSamples = _nonFinite,
            OnsetsSeconds = rhythm?.OnsetsSeconds ?? [],
            BeatsSeconds = rhythm?.BeatsSeconds ?? [],
            DownbeatsSeconds = rhythm?.DownbeatsSeconds ?? [],
            Meter = rhythm?.Meter,
            LowEndPercussiveShare = _pipeline?.LowEndPercussiveShare,
            TuningCents = tonality?.TuningCents,
            Chords = tonality?.Chords ?? [],
            Sections = _pipeline?.Sections ?? [],
            NoiseFloorDbfs = _noiseFloor?.Finish(),
            BandStereo = _bandStereo?.Finish() ?? [],
        };
        return new TrackAnalysis((double)_frames / _sampleRateHz, _sampleRateHz, _channelCount, sheet.ToSet(), extended)
        {
            Series = new TrackSeries
            {
                Chroma = tonality?.ChromaSeries() ?? [],
                ChromaHopSeconds = tonality is null ? 0 : TonalityStage.HopSeconds,
                MomentaryLufs = _loudness?.MomentaryLufs ?? [],
                ShortTermLufs = _loudness?.ShortTermLufs ?? [],
                WaveformExtremes = _waveform?.Finish() ?? [],
                WaveformHopSeconds = _waveform?.HopSeconds ?? 0,
            },
        };
    }

    private LoudnessMeasures FinishLoudness()
    {
        if (_loudness is null || _truePeak is null)
        {
            return new LoudnessMeasures(null, null, null, null, null, null);
        }

        // The interpolation filter still waits for what follows the last samples: silence.
        foreach (float[] channel in _batch)
        {
            Array.Clear(channel);
        }

        _truePeak.Process(_batch, 0, TruePeakMeter.LatencySamples);
        LoudnessMeter meter = _loudness.Meter;
        return new LoudnessMeasures(
            meter.IntegratedLufs,
            meter.MaxShortTermLufs,
            meter.MaxMomentaryLufs,
            meter.RangeLu,
            _truePeak.TruePeakDbtp,
            _truePeak.TruePeakDbtp - meter.IntegratedLufs);
    }

    private void FinishPipeline()
    {
        if (_pipeline is null)
        {
            return;
        }

        if (_threadCount > 1)
        {
            _stages.Run();
        }

        _pipeline.FillLast();
        _pipeline.Advance();
        _stages.Run();
    }
}
