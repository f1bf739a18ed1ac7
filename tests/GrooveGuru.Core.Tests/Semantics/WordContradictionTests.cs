using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Core.Tests.Semantics;

/// <summary>No two words of one report say opposite things.</summary>
public class WordContradictionTests
{
    private const int SampleRateHz = 44100;

    // Two sides of one quality each; a report uses words of one side only. Written from the ear, not from the table.
    private static readonly (string[] One, string[] Other)[] Opposites =
    [
        (["dark", "mellow", "closed top", "rounded top", "round", "soft-edged", "tilted down", "bottom-heavy tilt"],
            ["bright", "piercing", "airy top", "sizzling top", "edgy", "fizzy", "tilted up", "top-heavy tilt"]),
        (["legato", "gentle", "tonal", "sustained"], ["percussive", "drum-like", "struck", "half struck"]),
        (["squashed", "compact", "level", "steady"], ["lively", "spiky", "swinging", "dramatic"]),
        (["very quiet", "quiet", "faint overall", "light overall", "thin body", "light body"],
            ["loud", "very loud", "strong overall", "massive overall", "full body", "heavy body"]),
        (["mono", "nearly mono", "narrow"], ["cancels in mono", "thins in mono"]),
        (["minor colour", "leaning minor"], ["major colour", "leaning major"]),
    ];

    [Fact]
    public void Opposites_All_AreWordsOfTheTable()
    {
        HashSet<string> words = [.. FeatureMeaningTable.Entries.SelectMany(entry => entry.Words), "mono"];
        Assert.All(Opposites.SelectMany(pair => pair.One.Concat(pair.Other)), word => Assert.Contains(word, words));
    }

    [Fact]
    public void Words_ThatMeanOneThing_AreNotSharedByFeatures()
    {
        string[] shared =
        [
            .. FeatureMeaningTable.Entries.Where(entry => !entry.FeatureId.StartsWith(FeatureIds.MfccPrefix, StringComparison.Ordinal))
                .SelectMany(entry => entry.Words).GroupBy(word => word).Where(word => word.Count() > 1).Select(word => word.Key),
        ];
        Assert.Empty(shared);
    }

    [Fact]
    public void Interpret_SyntheticSounds_NeverContradictThemselves()
    {
        float[] noise = Signals.Noise(0.5, 6, SampleRateHz, 3), quietNoise = Signals.Noise(0.01, 6, SampleRateHz, 4);
        float[] clicks = new float[noise.Length];
        for (int at = 0; at < clicks.Length; at += SampleRateHz / 2)
        {
            noise.AsSpan(0, 200).CopyTo(clicks.AsSpan(at));
        }

        float[] low = Signals.Sine(50, 0.6, 6, SampleRateHz), high = Signals.Sine(9000, 0.3, 6, SampleRateHz);
        float[] both = [.. low.Zip(quietNoise, (tone, hiss) => tone + (4 * hiss))];
        foreach (float[][] channels in (float[][][])[[noise], [low], [high], [both], [clicks], [low, high], [noise, quietNoise], [low, [.. low.Select(x => -x)]]])
        {
            AssertNoContradiction("synthetic", TrackAnalyzer.Analyze(new AudioBuffer(channels, SampleRateHz)));
        }
    }

    [SharedFact]
    public void Interpret_SharedFiles_NeverContradictThemselves()
    {
        foreach (string path in Directory.EnumerateFiles(SharedData.Path("audio"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".ogg" or ".wav" or ".mp3" or ".flac"))
        {
            using IAudioSource source = AudioFile.Open(path);
            AssertNoContradiction(Path.GetFileName(path), TrackAnalyzer.Analyze(source));
        }
    }

    private static void AssertNoContradiction(string name, TrackAnalysis analysis)
    {
        HashSet<string> words = [.. FeatureMeaningTable.Interpret(analysis.Features).Select(meaning => meaning.Word)];
        foreach ((string[] one, string[] other) in Opposites)
        {
            Assert.False(
                words.Overlaps(one) && words.Overlaps(other),
                $"{name} is {string.Join(", ", words.Intersect(one))} and {string.Join(", ", words.Intersect(other))}");
        }
    }
}
