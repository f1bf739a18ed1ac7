using System.Globalization;

namespace GrooveGuru.Core.Features;

/// <summary>The features that are measured, in the order in which they are shown.</summary>
public static class FeatureCatalog
{
    private static readonly Dictionary<string, FeatureDefinition> ById;

    static FeatureCatalog()
    {
        All = Build();
        ById = All.ToDictionary(definition => definition.Id);
    }

    /// <summary>All definitions, in order.</summary>
    public static IReadOnlyList<FeatureDefinition> All { get; }

    /// <summary>The definition with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static FeatureDefinition Get(string id) => ById[id];

    /// <summary>The definition with this id; null where there is none.</summary>
    public static FeatureDefinition? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The id of one cepstral coefficient.</summary>
    /// <param name="number">1 to 13.</param>
    public static string MfccId(int number) => FeatureIds.MfccPrefix + number.ToString(CultureInfo.InvariantCulture);

    private static List<FeatureDefinition> Build()
    {
        var list = new List<FeatureDefinition>();
        void Add(FeatureDomain domain, string id, string unit, string name) => list.Add(new(id, domain, unit, name));

        Add(FeatureDomain.Musical, FeatureIds.Tempo, "BPM", "Tempo");
        Add(FeatureDomain.Musical, FeatureIds.Key, "", "Key");
        Add(FeatureDomain.Musical, FeatureIds.KeyConfidence, "0–1", "Key confidence");
        Add(FeatureDomain.Musical, FeatureIds.OnsetDensity, "1/s", "Onsets per second");
        for (int number = 1; number <= 13; number++)
        {
            Add(FeatureDomain.Spectral, MfccId(number), "dB", $"Timbre coefficient {number}");
        }

        Add(FeatureDomain.Spectral, FeatureIds.MfccBass, "dB", "Timbre, coarse shape");
        Add(FeatureDomain.Spectral, FeatureIds.MfccMid, "dB", "Timbre, middle shape");
        Add(FeatureDomain.Spectral, FeatureIds.MfccTreble, "dB", "Timbre, fine shape");
        Add(FeatureDomain.Spectral, FeatureIds.SpectralCentroid, "Hz", "Brightness (spectral centroid)");
        Add(FeatureDomain.Spectral, FeatureIds.SpectralRolloff, "Hz", "85 % roll-off");
        Add(FeatureDomain.Spectral, FeatureIds.SpectralContrast, "dB", "Spectral contrast");
        Add(FeatureDomain.Spectral, FeatureIds.ZeroCrossingRate, "0–1", "Zero crossings per sample");
        Add(FeatureDomain.Dynamic, FeatureIds.Rms, "dBFS", "RMS level");
        Add(FeatureDomain.Dynamic, FeatureIds.CrestFactor, "dB", "Crest factor");
        Add(FeatureDomain.Dynamic, FeatureIds.DynamicRange, "dB", "Dynamic range");
        Add(FeatureDomain.HarmonicPercussive, FeatureIds.HarmonicRatio, "0–1", "Harmonic share");
        Add(FeatureDomain.HarmonicPercussive, FeatureIds.PercussiveRatio, "0–1", "Percussive share");
        Add(FeatureDomain.HarmonicPercussive, FeatureIds.TonnetzChange, "", "Harmonic change");
        Add(FeatureDomain.Spatial, FeatureIds.ChannelCorrelation, "−1…1", "Channel correlation");
        Add(FeatureDomain.Spatial, FeatureIds.StereoWidth, "0–1", "Stereo width");
        Add(FeatureDomain.Derived, FeatureIds.ArrangementDensity, "0–1", "Arrangement density");
        Add(FeatureDomain.Derived, FeatureIds.PunchFactor, "0–1", "Punch");
        Add(FeatureDomain.Derived, FeatureIds.Loopability, "0–1", "Loopability");
        Add(FeatureDomain.Derived, FeatureIds.SubBassRatio, "0–1", "Sub-bass share");
        return list;
    }
}
