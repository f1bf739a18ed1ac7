using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Fitting.Corpus;
using GrooveGuru.Fitting.Sounds;

namespace GrooveGuru.Fitting.Roles;

/// <summary>What the role is learnt from: clips whole and in cuts of 3 and 6 s, and sounds that are no track.</summary>
internal static class RoleExamples
{
    /// <summary>Name of a whole clip among the cuts.</summary>
    public const string Whole = "whole";

    private const int LeastSecondsToCut = 8, SoundSeconds = 15;

    private static readonly string[] Speech = ["speech"];

    /// <summary>Reads and measures everything: examples of each clip that has a role, then those of sounds without one.</summary>
    public static IReadOnlyList<RoleExample> Read(IReadOnlyList<string> manifests)
    {
        CorpusClip[] clips = [.. CorpusManifest.Read(manifests).Where(clip => Role(clip.Role) is not null)];
        return [.. CorpusManifest.Map(clips, (clip, audio) => Examples(clip, audio)).SelectMany(examples => examples), .. Sounds()];
    }

    private static List<RoleExample> Examples(CorpusClip clip, AudioBuffer audio)
    {
        List<RoleExample> examples = [];
        foreach ((string cut, int from, int length) in Cuts(audio.FrameCount, audio.SampleRateHz))
        {
            float[][] part = [.. Enumerable.Range(0, audio.ChannelCount).Select(channel => audio.Channel(channel).Slice(from, length).ToArray())];
            TrackAnalysis analysis = TrackAnalyzer.Analyze(new AudioBuffer(part, audio.SampleRateHz));
            if (RoleEstimator.CanBeHeard(analysis))
            {
                examples.Add(RoleExample.Of(Role(clip.Role)!.Value, clip.Group, clip.Kind, cut, clip.Name, clip.IsHeld, analysis));
            }
        }

        return examples;
    }

    private static IEnumerable<(string Cut, int From, int Length)> Cuts(int frames, int rateHz)
    {
        yield return (Whole, 0, frames);
        if (frames >= LeastSecondsToCut * rateHz)
        {
            yield return ("3s", frames / 5, 3 * rateHz);
            yield return ("3s", frames * 3 / 5, 3 * rateHz);
            yield return ("6s", frames / 3, Math.Min(6 * rateHz, frames - (frames / 3)));
        }
    }

    // Speech is a voice; the others are no track. Every third is held back.
    private static IEnumerable<RoleExample> Sounds() => PulselessSounds.All()
        .Where(sound => !Speech.Any(sound.Truth.Id.StartsWith))
        .Select((sound, index) =>
        {
            AudioBuffer audio = new([sound.Mono[..(SoundSeconds * AnalysisRate.SampleRateHz)]], AnalysisRate.SampleRateHz);
            return RoleExample.Of(TrackRole.Unknown, sound.Truth.Id, "made", Whole, "", index % 3 == 2, TrackAnalyzer.Analyze(audio));
        });

    private static TrackRole? Role(string label) =>
        Enum.TryParse(label.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out TrackRole role) && role != TrackRole.Unknown ? role : null;
}
