namespace GrooveGuru.Core.Features;

/// <summary>Everything measured about one piece of audio.</summary>
/// <param name="DurationSeconds">Length of what was heard, s.</param>
/// <param name="SampleRateHz">Native sample rate, Hz.</param>
/// <param name="ChannelCount">Channels.</param>
/// <param name="Features">The features, in catalogue order.</param>
/// <param name="Extended">The engineer's daily measures.</param>
public sealed record TrackAnalysis(
    double DurationSeconds,
    int SampleRateHz,
    int ChannelCount,
    FeatureSet Features,
    ExtendedMeasures Extended)
{
    /// <summary>What changes over time.</summary>
    public TrackSeries Series { get; init; } = TrackSeries.Empty;

    /// <summary>Whether there were samples and none of them could be used, see <see cref="ExtendedMeasures.NonFiniteSamples"/>.</summary>
    public bool HasNoUsableSample =>
        Extended.NonFiniteSamples > 0 && Extended.NonFiniteSamples >= Math.Round(DurationSeconds * SampleRateHz) * ChannelCount;
}
