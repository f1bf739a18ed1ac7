using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>Faults made on purpose, on a mix made by code: the right rule speaks, its evidence improves, following it ends it.</summary>
public class AdviceTests
{
    // What advice looks at; rhythm and key are not among it and cost the most.
    internal const AnalysisScope Scope = AnalysisScope.Level | AnalysisScope.Loudness | AnalysisScope.Spectrum | AnalysisScope.Stereo
        | AnalysisScope.HarmonicPercussive;

    public static TheoryData<string, string, int> FaultsAndRules => new()
    {
        { "low shelf", "eq.low_end_build_up", -1 },
        { "low mid", "eq.low_mids", -1 },
        { "dull", "eq.brightness", 1 },
        { "bright", "eq.brightness", -1 },
        { "harsh", "eq.harshness", -1 },
        { "clip", "gain.clipping", 0 },
        { "hot", "gain.level", -1 },
        { "quiet", "gain.level", 1 },
        { "invert", "spatial.polarity", 0 },
        { "narrow", "spatial.narrow", 0 },
        { "crush", "compression.over_compressed", 0 },
    };

    // Of each the surest measure: how likely the fault is, or what the rule promised to move.
    private static readonly Dictionary<string, FaultKind> Kinds = new()
    {
        ["low mid"] = FaultKind.MuddyLowMids,
        ["dull"] = FaultKind.DullTop,
        ["harsh"] = FaultKind.HarshUpperMids,
        ["clip"] = FaultKind.Clipping,
        ["invert"] = FaultKind.FlippedPolarity,
        ["narrow"] = FaultKind.NarrowImage,
        ["crush"] = FaultKind.OverCompression,
    };

    [Fact]
    public void Advise_HealthyMix_HasNothingButComparisonsByEar()
    {
        AudioBuffer audio = HealthyMix.Copy();
        Assert.Equal(MixCharacter.FullMix, new AdviceContext(audio, Analyze(audio)).Character);
        Assert.All(Advise(audio), given =>
        {
            Assert.Equal(3, given.Priority);
            Assert.True(given.Confidence < 0.5, given.Id);
        });
    }

    [Theory]
    [MemberData(nameof(FaultsAndRules))]
    public void Advise_OneFault_FindsItProvesItAndIsLessLikelyAfterwards(string fault, string ruleId, int gainSign)
    {
        AudioBuffer damaged = Damaged(fault);
        IReadOnlyList<Recommendation> advice = Advise(damaged);
        string given = string.Join(", ", advice.Select(recommendation => recommendation.Id));
        Assert.True(advice.Any(recommendation => recommendation.Id == ruleId), $"{fault}: got [{given}]");

        Recommendation right = advice.Single(recommendation => recommendation.Id == ruleId);
        Assert.InRange(advice.ToList().IndexOf(right), 0, 2);
        Expectation expectation = right.Expects[0];
        var untried = new AdviceContext(damaged, Analyze(damaged));
        Assert.Equal(untried.Measure(expectation.FeatureId)!.Value, expectation.From, 1e-6);

        Assert.Equal(gainSign, GainSign(right.Chain[0]));

        AudioBuffer followed = ChainRenderer.Render(damaged, right.Chain);
        if (Kinds.TryGetValue(fault, out FaultKind kind))
        {
            Assert.True(Chance(followed, kind) < Chance(damaged, kind), $"{Chance(damaged, kind)} became {Chance(followed, kind)}");
        }
        else
        {
            Assert.DoesNotContain(Advise(followed), recommendation => recommendation.Id == ruleId);
        }
    }

    [Fact]
    public void Advise_Silence_GivesNothing() => Assert.Empty(Advise(new AudioBuffer(2, 44100 * 4, 44100)));

    [Fact]
    public void Advise_NoFramesOrMonoOrShort_DoesNotFail()
    {
        Assert.Empty(Advise(new AudioBuffer(1, 0, 44100)));
        Assert.Empty(Advise(new AudioBuffer(2, 10, 44100)));
        AudioBuffer healthy = HealthyMix.Copy();
        Assert.DoesNotContain(
            Advise(new AudioBuffer([healthy.Channels[0]], 44100)),
            recommendation => recommendation.Domain == RecommendationDomain.Spatial);
    }

    [Fact]
    public void Advise_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        AudioBuffer audio = HealthyMix.Copy();
        TrackAnalysis analysis = Analyze(audio);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new Adviser().Advise(audio, analysis, null, source.Token));
    }

    internal static double Chance(AudioBuffer audio, FaultKind kind) =>
        new AdviceContext(audio, Analyze(audio)).Measure(MeasureIds.Chance(kind))!.Value;

    internal static TrackAnalysis Analyze(AudioBuffer audio) => TrackAnalyzer.Analyze(audio, Scope);

    internal static IReadOnlyList<Recommendation> Advise(AudioBuffer audio) =>
        new Adviser { Role = RoleEstimate.Told(TrackRole.FullMix) }.Advise(audio, Analyze(audio));

    private static int GainSign(ProcessorSettings settings) => settings switch
    {
        GainSettings gain => Math.Sign(gain.GainDb),
        ParametricEqSettings eq => Math.Sign(eq.Bands.Single().GainDb),
        _ => 0,
    };

    private static AudioBuffer Damaged(string fault)
    {
        AudioBuffer healthy = HealthyMix.Copy();
        return fault switch
        {
            "low shelf" => Faults.LowShelf(healthy, 9),
            "low mid" => Faults.LowMid(healthy, 9),
            "dull" => Faults.HighShelf(healthy, -12),
            "bright" => Faults.HighShelf(healthy, 12),
            "harsh" => Faults.Harsh(healthy, 9),
            "clip" => Faults.Clip(healthy, 6),
            "hot" => Faults.Gain(healthy, 4),
            "quiet" => Faults.Gain(healthy, -18),
            "invert" => Faults.InvertRight(healthy),
            "narrow" => Faults.Width(healthy, 40),
            "crush" => Faults.Crush(healthy, 9),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }
}
