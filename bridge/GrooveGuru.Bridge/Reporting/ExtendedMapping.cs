using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From Core's extended measures and series to the messages that cross.</summary>
internal static class ExtendedMapping
{
    /// <summary>The message of the extended measures.</summary>
    public static ExtendedMeasures ToMessage(Core.Features.ExtendedMeasures extended)
    {
        Core.Loudness.LoudnessMeasures loudness = extended.Loudness;
        ExtendedMeasures message = new()
        {
            ClippedSamples = extended.ClippedSamples,
            DcOffset = extended.DcOffset,
            NonFiniteSamples = extended.NonFiniteSamples,
        };
        Set(loudness.IntegratedLufs, value => message.IntegratedLufs = value);
        Set(loudness.MaxShortTermLufs, value => message.MaxShortTermLufs = value);
        Set(loudness.MaxMomentaryLufs, value => message.MaxMomentaryLufs = value);
        Set(loudness.RangeLu, value => message.RangeLu = value);
        Set(loudness.TruePeakDbtp, value => message.TruePeakDbtp = value);
        Set(loudness.PeakToLoudnessLu, value => message.PeakToLoudnessLu = value);
        Set(extended.TuningCents, value => message.TuningCents = value);
        Set(extended.NoiseFloorDbfs, value => message.NoiseFloorDbfs = value);
        message.TonalBalance.AddRange(extended.TonalBalance);
        message.OnsetsSeconds.AddRange(extended.OnsetsSeconds);
        message.BeatsSeconds.AddRange(extended.BeatsSeconds);
        message.DownbeatsSeconds.AddRange(extended.DownbeatsSeconds);
        if (extended.Meter is { } meter)
        {
            message.Meter = new Meter { BeatsPerBar = meter.BeatsPerBar, Confidence = meter.Confidence };
        }

        message.Chords.AddRange(extended.Chords.Select(
            chord => Span(chord.StartSeconds, chord.EndSeconds, chord.Label, chord.Confidence)));
        message.Sections.AddRange(extended.Sections.Select(
            section => Span(section.StartSeconds, section.EndSeconds, section.Label, section.Confidence)));
        message.BandStereo.AddRange(extended.BandStereo.Select(ToMessage));
        return message;
    }

    /// <summary>The message of what plots show: what changes over time and, where it was measured, the long-term spectrum.</summary>
    public static TrackSeries ToMessage(Core.Features.TrackSeries series, Core.Advice.TonalBalanceDeviation? balance)
    {
        TrackSeries message = new()
        {
            ChromaHopSeconds = series.ChromaHopSeconds,
            WaveformHopSeconds = series.WaveformHopSeconds,
        };
        message.MomentaryLufs.AddRange(series.MomentaryLufs);
        message.ShortTermLufs.AddRange(series.ShortTermLufs);
        message.Chroma.AddRange(series.Chroma);
        message.WaveformExtremes.AddRange(series.WaveformExtremes);
        if (balance is not null)
        {
            message.SpectrumHz.AddRange(balance.CentresHz);
            message.ReferenceDb.AddRange(balance.CentresHz.Select(Core.Advice.TonalBalanceReference.LevelDb));
            message.SpectrumDb.AddRange(balance.DeviationDb.Zip(message.ReferenceDb, (deviation, reference) => reference + deviation));
        }

        return message;
    }

    private static LabelledSpan Span(double startSeconds, double endSeconds, string label, double confidence) =>
        new() { StartSeconds = startSeconds, EndSeconds = endSeconds, Label = label, Confidence = confidence };

    /// <summary>The message of one band's stereo field.</summary>
    public static BandStereo ToMessage(Core.Features.BandStereo band)
    {
        BandStereo message = new();
        Set(band.Width, value => message.Width = value);
        Set(band.Correlation, value => message.Correlation = value);
        return message;
    }

    private static void Set(double? value, Action<double> setter)
    {
        if (value is { } known)
        {
            setter(known);
        }
    }
}
