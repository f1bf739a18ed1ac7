using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>What a fault of a mix is known by: numbers that do not change with the level of the track.</summary>
/// <param name="Names">What each is.</param>
/// <param name="Values">Their values, finite, of the size of decibels.</param>
public sealed record TrackSigns(IReadOnlyList<string> Names, IReadOnlyList<float> Values)
{
    /// <summary>Measures audio; a stretch of some 10 to 30 s is meant.</summary>
    /// <param name="audio">Planar audio; channels after the second are not read.</param>
    /// <param name="analysis">Level, loudness and stereo of the same audio.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrackSigns Measure(AudioBuffer audio, TrackAnalysis analysis, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        var signs = new SignList();
        SpectrumSigns.Write(signs, audio, cancellationToken);
        DecaySigns.Write(signs, audio, cancellationToken);
        StereoSigns.Write(signs, audio, cancellationToken);
        WaveformSigns.Write(signs, audio);
        LoudnessMeasures loudness = analysis.Extended.Loudness;
        signs.Add("peak_to_loudness", loudness.PeakToLoudnessLu ?? 0);
        signs.Add("loudness_range", loudness.RangeLu ?? 0);
        signs.Add("crest", analysis.Features.Number(FeatureIds.CrestFactor) ?? 0);
        signs.Add("dynamic_range", analysis.Features.Number(FeatureIds.DynamicRange) ?? 0);
        signs.Add("correlation", analysis.Features.Number(FeatureIds.ChannelCorrelation) ?? 1);
        signs.Add("width", Math.Max(-60, LevelStatistics.Db(analysis.Features.Number(FeatureIds.StereoWidth) ?? 0)));
        signs.Add("stereo", audio.ChannelCount > 1 ? 1 : 0);
        return new TrackSigns(signs.Names, signs.Values);
    }
}
