using System.Globalization;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;
using GrooveGuru.Core.Semantics.Judgements;
using GrooveGuru.Fitting.Corpus;

namespace GrooveGuru.Fitting.Meanings;

/// <summary>Measures the ranges of <see cref="FeatureMeaningTable"/>.</summary>
internal static class MeaningFitting
{
    private const double LowShare = 0.05, HighShare = 0.95;

    // The tempo and the level have conventions, the key and the correlation their own scales; the harmonic share mirrors the percussive one.
    private static readonly string[] NotMeasured =
        [FeatureIds.Tempo, FeatureIds.Key, FeatureIds.KeyConfidence, FeatureIds.Rms, FeatureIds.HarmonicRatio, FeatureIds.ChannelCorrelation];

    /// <summary>
    /// The verb: percentiles of each feature over the clips that are not held, every role counting the same. Prints how the judgements of the
    /// context, with the ranges that Core has now, spread over the same clips.
    /// </summary>
    public static void Run(FittingOptions options)
    {
        CorpusClip[] clips = [.. CorpusManifest.Read(options.TruthFiles).Where(clip => !clip.IsHeld)];
        var heard = CorpusManifest.Map(clips, (clip, audio) =>
        {
            TrackAnalysis analysis = TrackAnalyzer.Analyze(audio);
            return (clip.Role, analysis.Features, Context: ContextJudge.Judge(analysis));
        });
        foreach (var role in heard.GroupBy(clip => clip.Role).OrderBy(role => role.Key, StringComparer.Ordinal))
        {
            StepSummary.Print(role.Key, [.. role.Select(clip => clip.Context)]);
        }

        string roles = string.Join(", ", heard.GroupBy(clip => clip.Role).OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => $"{role.Count()} {role.Key}"));
        string lines = string.Concat(FeatureCatalog.All.Select(feature => feature.Id).Except(NotMeasured)
            .Select(id => Line(id, [.. heard.Select(clip => (clip.Role, Value: clip.Features.Number(id))).Where(pair => pair.Value is not null)
                .Select(pair => (pair.Role, pair.Value!.Value))])));
        WeightsText.Write($$"""
            namespace GrooveGuru.Core.Semantics;

            /// <summary>The ranges of features over a corpus of tracks: 5th and 95th percentile, every role counting the same.</summary>
            /// <remarks>Written by the verb "meanings" of tools/GrooveGuru.Fitting, whose README says what the clips are: {{roles}}.</remarks>
            internal static class MeaningRanges
            {
                private static readonly Dictionary<string, (double Low, double High)> ById = new()
                {
            {{lines}}    };

                /// <summary>The range of a feature, in its unit.</summary>
                /// <exception cref="KeyNotFoundException">It was not measured.</exception>
                public static (double Low, double High) Of(string featureId) => ById[featureId];
            }

            """, options.OutFile);
    }

    private static string Line(string id, (string Role, double Value)[] values)
    {
        var counts = values.GroupBy(pair => pair.Role).ToDictionary(role => role.Key, role => (double)role.Count());
        (double Value, double Weight)[] ranked = [.. values.OrderBy(pair => pair.Value).Select(pair => (pair.Value, 1 / counts[pair.Role] / counts.Count))];
        return string.Create(
            CultureInfo.InvariantCulture, $"        [\"{id}\"] = ({Percentile(ranked, LowShare):0.#####}, {Percentile(ranked, HighShare):0.#####}),\n");
    }

    private static double Percentile((double Value, double Weight)[] ranked, double share)
    {
        double sum = 0;
        return ranked.First(pair => (sum += pair.Weight) >= share).Value;
    }
}
