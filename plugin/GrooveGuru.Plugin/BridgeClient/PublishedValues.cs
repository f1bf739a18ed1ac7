using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Turns what the bridge says into the read-only parameters.</summary>
internal sealed class PublishedValues(ParameterValues values)
{
    /// <summary>The state of the way to the bridge.</summary>
    public BridgeState Bridge
    {
        set => Publish(ParameterIds.Bridge, (int)value);
    }

    /// <summary>Takes the measures of a track that plays.</summary>
    public void Take(RunningMeasures measures)
    {
        if (measures.HasIntegratedLufs)
        {
            Publish(ParameterIds.IntegratedLoudness, measures.IntegratedLufs);
        }

        if (measures.HasTempoBpm)
        {
            Publish(ParameterIds.Tempo, measures.TempoBpm);
        }

        Publish(ParameterIds.OpenRecommendations, measures.OpenRecommendations);
    }

    /// <summary>Takes a report; what it could not measure goes back to its lowest value.</summary>
    public void Take(TrackReport report)
    {
        Publish(ParameterIds.IntegratedLoudness, report.Extended is { HasIntegratedLufs: true } extended ? extended.IntegratedLufs : -70);
        double tempoBpm = 0;
        foreach (FeatureValue feature in report.Features)
        {
            if (feature.Id == "tempo" && feature.HasValue)
            {
                tempoBpm = feature.Value;
            }
        }

        Publish(ParameterIds.Tempo, tempoBpm);
        int open = 0;
        foreach (Recommendation recommendation in report.Recommendations)
        {
            open += recommendation.Status is RecommendationStatus.Unspecified or RecommendationStatus.Open ? 1 : 0;
        }

        Publish(ParameterIds.OpenRecommendations, open);
    }

    private void Publish(uint id, double plain)
    {
        if (ParameterCatalogue.Find(id) is { } definition && double.IsFinite(plain))
        {
            values.Publish(id, definition.ToNormalized(plain));
        }
    }
}
