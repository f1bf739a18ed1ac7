using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Form;

public class LoopabilityTests
{
    private const AnalysisScope Scope = AnalysisScope.Rhythm | AnalysisScope.Tonality;

    private static FeatureValue Measure(AudioBuffer audio) => TrackAnalyzer.Analyze(audio, Scope).Features.Find(FeatureIds.Loopability)!;

    [Fact]
    public void Analyze_LoopedPhrase_ReadsHigh()
    {
        // Two bars, eight times.
        AudioBuffer loop = TestSong.Play(TestSong.Bridge(16));

        Assert.InRange(Measure(loop).Value!.Value, 0.9, 1);
    }

    [Fact]
    public void Analyze_MusicThatNeverReturns_ReadsLow()
    {
        var random = new Random(4);
        TestSong.Section[] bars =
        [
            .. Enumerable.Range(0, 20).Select(_ => new TestSong.Section(
                1,
                [[random.Next(36, 48), random.Next(55, 62), random.Next(62, 68), random.Next(68, 74)]],
                [.. Enumerable.Range(0, 8).Select(_ => random.Next(3) == 0 ? 0 : random.Next(64, 88))],
                false,
                random.Next(2) == 0)),
        ];

        Assert.InRange(Measure(TestSong.Play(bars)).Value!.Value, 0, 0.5);
    }

    [Fact]
    public void Analyze_Noise_ReadsLow() => Assert.InRange(Measure(Signals.Mono(Signals.Noise(0.3, 20, 22_050, 8), 22_050)).Value!.Value, 0, 0.3);

    [Fact]
    public void Analyze_SteadyTone_RepeatsAtAnyLag() =>
        Assert.InRange(Measure(Signals.Mono(Signals.Sine(440, 0.3, 20, 22_050), 22_050)).Value!.Value, 0.9, 1);

    [Fact]
    public void Analyze_TooShort_SaysWhy()
    {
        FeatureValue value = Measure(Signals.Mono(Signals.Noise(0.3, 1.5, 22_050, 8), 22_050));

        Assert.False(value.IsMeasured);
        Assert.Contains("shorter", value.NotMeasurableReason, StringComparison.Ordinal);
    }
}
