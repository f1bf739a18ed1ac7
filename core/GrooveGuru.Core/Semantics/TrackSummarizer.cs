using System.Globalization;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Semantics;

/// <summary>Says in a few sentences what was heard. Nothing is said that was not measured; what is uncertain is called unsure.</summary>
public static class TrackSummarizer
{
    // Below this a tempo or key is rather wrong than right and is not given as a fact.
    private const double LikelyAlternative = 0.15;
    private const double SameTempoShare = 0.04;
    private const double UnsureBelow = 0.4;
    private const double SureRole = 0.75;
    private const double NearlyIdenticalCorrelation = 0.98;
    private const double InvertedCorrelation = -0.3;

    /// <summary>One to eight sentences.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <param name="meanings">What it means, from <see cref="FeatureMeaningTable"/>.</param>
    /// <param name="role">What the track is taken for, from <see cref="RoleEstimator"/>; null where nobody asked.</param>
    /// <returns>Sentences; for silence the one that says so. Samples that could not be used are named last.</returns>
    public static IReadOnlyList<string> Summarize(
        TrackAnalysis analysis, IReadOnlyList<FeatureMeaning> meanings, RoleEstimate? role = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(meanings);
        if (analysis.Extended.TonalBalance.Count == 0 && analysis.Extended.Loudness.IntegratedLufs is null)
        {
            return analysis.Extended.NonFiniteSamples == 0 ? ["Nothing but silence was heard."]
                : analysis.HasNoUsableSample ? [Unusable(analysis)!]
                : ["Nothing but silence was heard beside samples that cannot be used.", Unusable(analysis)!];
        }

        var words = meanings.ToDictionary(meaning => meaning.FeatureId, meaning => meaning.Word);
        string?[] sentences =
        [
            Role(role),
            TempoAndKey(analysis.Features),
            Timbre(analysis, words),
            Dynamics(analysis, words),
            TonesAndAttacks(words),
            Stereo(analysis, words),
        ];
        string[] said = [.. sentences.OfType<string>()];
        said = said.Length > 0 ? said : ["Too little was heard to say more than that there is sound."];
        return Unusable(analysis) is string unusable ? [.. said, unusable] : said;
    }

    /// <summary>The sentence for audio of which no sample can be used.</summary>
    public const string NoUsableSample = $"No sample is a usable number: all of them are NaN, infinite{ReadAsSilence}";

    private const string ReadAsSilence = " or more than 120 dB over full scale, and read as silence. Bounce the file again.";

    /// <summary>Says how many samples cannot be used.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <returns>A sentence or two; null where all can be.</returns>
    public static string? Unusable(TrackAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        long count = analysis.Extended.NonFiniteSamples;
        return count == 0 ? null
            : analysis.HasNoUsableSample ? NoUsableSample
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} {(count == 1 ? "sample is no usable number" : "samples are no usable numbers")}: NaN, infinite{ReadAsSilence}");
    }

    private static string? Role(RoleEstimate? estimate)
    {
        if (estimate is null || estimate.Role == TrackRole.Unknown)
        {
            return null;
        }

        string name = RoleText.Name(estimate.Role);
        return !estimate.SoundAgrees ? $"By its name this is {name}."
            : estimate.Confidence >= SureRole ? $"This sounds like {name}."
            : $"This is probably {name}.";
    }

    // Half or double, where that is nearly as likely: people tap both.
    private static string OtherOctave(FeatureValue tempo)
    {
        FeatureAlternative? other = tempo.Alternatives.FirstOrDefault(candidate =>
            candidate.Confidence >= LikelyAlternative
            && (Math.Abs((candidate.Value / tempo.Value / 2) - 1 ?? 1) < SameTempoShare || Math.Abs((candidate.Value / tempo.Value * 2) - 1 ?? 1) < SameTempoShare));
        return other is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (or {other.Value:0})");
    }

    private static string? TempoAndKey(FeatureSet features)
    {
        FeatureValue? tempo = features.Find(FeatureIds.Tempo);
        FeatureValue? key = features.Find(FeatureIds.Key);
        string? tempoText = tempo switch
        {
            { Value: > 0 } when !(tempo.Confidence < UnsureBelow) =>
                string.Create(CultureInfo.InvariantCulture, $"about {tempo.Value.Value:0} BPM{OtherOctave(tempo)}"),
            { Value: > 0 } => string.Create(CultureInfo.InvariantCulture, $"perhaps {tempo.Value.Value:0} BPM (unsure)"),
            { Value: 0 } => "no steady pulse",
            _ => null,
        };
        double? keyConfidence = key?.Confidence ?? features.Number(FeatureIds.KeyConfidence);
        string? keyText = (key is { IsMeasured: true } ? key.Text : null) switch
        {
            null => null,
            string name when !(keyConfidence < UnsureBelow) => $"in {name}",
            string name => $"perhaps in {name} (unsure)",
        };
        string together = string.Join(", ", new[] { tempoText, keyText }.OfType<string>());
        return together.Length == 0 ? null : $"{Capitalised(together)}.";
    }

    private static string? Timbre(TrackAnalysis analysis, Dictionary<string, string> words)
    {
        string? bright = words.GetValueOrDefault(FeatureIds.SpectralCentroid);
        string? band = LoudestBand(analysis.Extended.TonalBalance);
        return (bright, band) switch
        {
            (null, null) => null,
            (null, string loudest) => $"Most of the energy is in the {loudest}.",
            (string word, null) => $"The sound is {word}.",
            (string word, string loudest) => $"The sound is {word}, with most of the energy in the {loudest}.",
        };
    }

    private static string? Dynamics(TrackAnalysis analysis, Dictionary<string, string> words)
    {
        LoudnessMeasures loudness = analysis.Extended.Loudness;
        string? level = loudness.IntegratedLufs is double lufs
            ? string.Create(CultureInfo.InvariantCulture, $"{LevelWords.Of(lufs)}: {lufs:0.0} LUFS")
            : null;
        string? peak = loudness.TruePeakDbtp is double truePeakDbtp
            ? string.Create(CultureInfo.InvariantCulture, $"peaks reach {truePeakDbtp:0.0} dBTP")
            : null;
        string? dynamics = words.TryGetValue(FeatureIds.CrestFactor, out string? word) ? $"the dynamics are {word}" : null;
        string[] parts = [.. new[] { level, peak, dynamics }.OfType<string>()];
        return parts.Length == 0 ? null : $"{Capitalised(string.Join(", ", parts))}.";
    }

    private static string? TonesAndAttacks(Dictionary<string, string> words) =>
        words.GetValueOrDefault(FeatureIds.PercussiveRatio) switch
        {
            "legato" => "Sustained tones carry it, with hardly an attack.",
            "gentle" => "Tones lead, with gentle attacks.",
            "articulate" => "Tones lead, with clear attacks.",
            "percussive" => "Tones and struck sounds share the track.",
            "drum-like" => "Drums or other struck sounds lead.",
            _ => null,
        };

    private static string? Stereo(TrackAnalysis analysis, Dictionary<string, string> words)
    {
        if (analysis.ChannelCount == 1)
        {
            return "It is mono.";
        }

        // The stereo field is that of the first two channels.
        bool isStereo = analysis.ChannelCount == 2;
        string pair = isStereo ? "The two channels" : string.Create(CultureInfo.InvariantCulture, $"The first two of its {analysis.ChannelCount} channels");
        return analysis.Features.Number(FeatureIds.ChannelCorrelation) switch
        {
            null => null,
            >= NearlyIdenticalCorrelation => $"{pair} are nearly identical.",
            < InvertedCorrelation => $"{pair} work against each other and cancel in mono.",
            _ when !words.TryGetValue(FeatureIds.StereoWidth, out _) => null,
            _ when isStereo => $"The stereo image is {words[FeatureIds.StereoWidth]}.",
            _ => $"{pair} make a stereo image that is {words[FeatureIds.StereoWidth]}.",
        };
    }

    private static string? LoudestBand(IReadOnlyList<double> balance)
    {
        if (balance.Count == 0)
        {
            return null;
        }

        int loudest = 0;
        for (int band = 1; band < balance.Count; band++)
        {
            loudest = balance[band] > balance[loudest] ? band : loudest;
        }

        return TonalBalanceBands.Names[loudest];
    }

    private static string Capitalised(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
