using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>Real and rendered music: healthy material gets little, and the faults are found in it too.</summary>
public class SharedAdviceTests
{
    private static readonly string[] Mixes = ["real/fishin.ogg", "real/spleeter_example.mp3"];

    // Released or carefully rendered music whose balance, dynamics and image are as they are meant.
    private static readonly string[] Healthy =
    [
        .. Mixes, "real/brahms.ogg", "real/vibeace.ogg", "real/trumpet.ogg", "real/vocadito_10.wav", "rendered/chorale0_bwv10.7.flac",
        "rendered/drum0_rock_100.flac", "rendered/drum3_hiphop_88.flac", "rendered/nott00_reelsm-q36.flac",
    ];

    // Loud masters, which the rule of level turns down by some 5 and 9 dB: it judges loudness and peaks, and rests on no diagnosis.
    private static readonly string[] LoudMasters = Mixes;

    [SharedFact]
    public void Advise_HealthyMusic_HasNothingButComparisonsByEar()
    {
        foreach (string file in Healthy)
        {
            Recommendation[] grave = [.. AdviceTests.Advise(Read(file)).Where(given => given.Priority < 3 || given.Confidence >= 0.5)];
            Assert.True(
                grave.All(given => LoudMasters.Contains(file) && given.Id == "gain.level"),
                $"{file}: {string.Join(", ", grave.Select(given => given.Id))}");
        }
    }

    [SharedFact]
    public void Advise_LowShelfOnMixes_IsFoundAndUndone() => AssertFound(
        audio => Faults.LowShelf(audio, 9), "eq.low_end_build_up", null);

    [SharedFact]
    public void Advise_MudOnAMixWithDrums_IsFoundHoweverStrong()
    {
        // Mud takes from the drums' share of the whole; whether there are drums must not hang on it.
        foreach (double gainDb in new double[] { 6, 12 })
        {
            IReadOnlyList<Recommendation> advice = AdviceTests.Advise(Faults.LowMid(Read("real/fishin.ogg"), gainDb));
            Recommendation? found = advice.FirstOrDefault(recommendation => recommendation.Id == "eq.low_mids");
            Assert.True(found is not null, $"+{gainDb} dB");
            Assert.Equal(MeasureIds.LowMidExcessDb, found.Expects[0].FeatureId);
        }
    }

    [SharedFact]
    public void Advise_HighShelfOnMixes_IsFoundAndUndone() => AssertFound(
        audio => Faults.HighShelf(audio, -12), "eq.brightness", FaultKind.DullTop);

    [SharedFact]
    public void Advise_ClippedMixes_AreFound() => AssertFound(audio => Faults.Clip(audio, 6), "gain.clipping", FaultKind.Clipping);

    [SharedFact]
    public void Advise_InvertedChannelOnMixes_IsFoundAndUndone() => AssertFound(Faults.InvertRight, "spatial.polarity", FaultKind.FlippedPolarity);

    [SharedFact]
    public void Advise_CrushedMixes_AreFoundAndEased() => AssertFound(
        audio => Faults.Crush(audio, 6), "compression.over_compressed", FaultKind.OverCompression, "real/spleeter_example.mp3");

    private static void AssertFound(Func<AudioBuffer, AudioBuffer> fault, string ruleId, FaultKind? kind, params string[] files)
    {
        foreach (string file in files.Length > 0 ? files : Mixes)
        {
            AudioBuffer damaged = fault(Read(file));
            IReadOnlyList<Recommendation> advice = AdviceTests.Advise(damaged);
            string given = string.Join(", ", advice.Select(recommendation => recommendation.Id));
            Recommendation? right = advice.FirstOrDefault(recommendation => recommendation.Id == ruleId);
            Assert.True(right is not null, $"{file}: got [{given}]");
            AudioBuffer followed = ChainRenderer.Render(damaged, right.Chain);
            if (kind is FaultKind known)
            {
                Assert.True(AdviceTests.Chance(followed, known) < AdviceTests.Chance(damaged, known), file);
            }
            else
            {
                Assert.DoesNotContain(AdviceTests.Advise(followed), recommendation => recommendation.Id == ruleId);
            }
        }
    }

    internal static AudioBuffer Read(string file)
    {
        // A part is enough, and the tests stay quick; of a mix all that a trial listens to, since its balance takes that long.
        AudioBuffer audio = Excerpt.Loudest(AudioFile.ReadAll(SharedData.Path("audio/" + file))).Audio;
        int frames = Mixes.Contains(file) ? audio.FrameCount : Math.Min(audio.FrameCount, 8 * audio.SampleRateHz);
        return new AudioBuffer([.. audio.Channels.Select(samples => samples[..frames])], audio.SampleRateHz);
    }
}
