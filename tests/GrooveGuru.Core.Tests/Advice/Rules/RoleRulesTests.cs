using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Tests.Advice.Diagnosing;

namespace GrooveGuru.Core.Tests.Advice.Rules;

/// <summary>What is right for one kind of track and wrong for another.</summary>
public class RoleRulesTests
{
    private const int RateHz = 22050;

    [Fact]
    public void BassOvertones_BassOfSines_AddsOvertones()
    {
        Recommendation given = Assert.Single(RuleTrial.Advise(new BassOvertonesRule(), Bass(overtones: false), TrackRole.Bass));
        Assert.IsType<SaturatorSettings>(given.Chain[0]);
        Evidence overtones = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.OvertonesDb);
        Assert.True(overtones.After > overtones.Before + 2);
        Assert.Equal(3, given.Priority);
    }

    [Theory]
    [InlineData(true, TrackRole.Bass)] // what small speakers play of it is there already
    [InlineData(false, TrackRole.Drums)]
    [InlineData(false, TrackRole.FullMix)]
    public void BassOvertones_BassWithSomeOrNoBass_IsSilent(bool overtones, TrackRole role) =>
        Assert.Null(new BassOvertonesRule().Propose(RuleTrial.Context(Bass(overtones), role: role)));

    [Theory]
    [InlineData(TrackRole.Keys, 2)]
    [InlineData(TrackRole.Drums, 2)]
    [InlineData(TrackRole.Bass, 3)]
    [InlineData(TrackRole.Vocal, 3)]
    [InlineData(TrackRole.Lead, 3)]
    public void Narrow_MonoTrack_IsNoGraveMatterForOneSource(TrackRole role, int priority)
    {
        AudioBuffer mono = Faults.Width(RuleTrial.Mix.Audio, 0);
        Proposal proposal = new NarrowRule().Propose(RuleTrial.Context(mono, Diagnoses.Of(("narrow_image/strong", 0.9)), role))!;
        Assert.Equal(priority, proposal.Untried.Priority);
        Assert.IsType<ReverbSettings>(proposal.Untried.Chain[0]);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    public void Rumble_BassOverIt_IsCutUnderTheBass(double lowestHz)
    {
        // A note over noise that never rests: the corner stays under the note.
        float[] noise = ChainRenderer.Render(
            Signals.Mono(Signals.Noise(0.4, 6, RateHz, 3), RateHz), [new ParametricEqSettings([new EqBand(EqBandKind.LowPass, 40, 0, 0.71)])]).Channels[0];
        float[] note = Signals.Sine(lowestHz, 0.3, 6, RateHz);
        AudioBuffer audio = Signals.Mono([.. note.Zip(noise, (one, other) => one + other)], RateHz);
        Proposal proposal = new RumbleRule().Propose(RuleTrial.Context(audio, Diagnoses.Of(("sub_rumble/strong", 0.9)), TrackRole.Bass))!;
        Assert.InRange(proposal.Tuning.MaxAmount, 22, lowestHz * 0.9);
    }

    [Theory]
    [InlineData(TrackRole.Drums)]
    [InlineData(TrackRole.Bass)]
    public void BalanceOfAMix_AnotherRole_IsNotAskedFor(TrackRole role)
    {
        AudioBuffer boomy = Faults.LowShelf(HealthyMix.Copy(), 9), bright = Faults.HighShelf(HealthyMix.Copy(), 12);
        AudioBuffer wideLow = WideLowEnd();
        Assert.NotNull(new LowEndBuildUpRule().Propose(RuleTrial.Context(boomy)));
        Assert.Null(new LowEndBuildUpRule().Propose(RuleTrial.Context(boomy, role: role)));
        Assert.NotNull(new BrightnessRule().Propose(RuleTrial.Context(bright, Diagnoses.Of())));
        Assert.Null(new BrightnessRule().Propose(RuleTrial.Context(bright, Diagnoses.Of(), role)));
        Assert.NotNull(new LowEndWidthRule().Propose(RuleTrial.Context(wideLow)));
        Assert.Null(new LowEndWidthRule().Propose(RuleTrial.Context(wideLow, role: role)));
    }

    [Fact]
    public void LowEndWidth_WideLowEnd_IsMadeMono()
    {
        Recommendation given = Assert.Single(RuleTrial.Advise(new LowEndWidthRule(), WideLowEnd(), TrackRole.FullMix));
        Evidence share = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.LowEndSideShare);
        Assert.True(share.Before >= LowEndWidthRule.Threshold && share.After < share.Before / 2);
        Assert.Null(new LowEndWidthRule().Propose(RuleTrial.Context(HealthyMix.Copy())));
    }

    [Fact]
    public void UnevenLevel_LeadThatJumps_IsCompressedAndAnEvenOneIsNot()
    {
        Recommendation given = Assert.Single(RuleTrial.Advise(new UnevenLevelRule(), Steps(quietDb: -16), TrackRole.Vocal));
        Assert.True(Assert.IsType<CompressorSettings>(given.Chain[0]).Ratio > 1);
        Evidence range = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.RangeLu);
        Assert.True(range.After < range.Before - 1);
        Assert.Null(new UnevenLevelRule().Propose(RuleTrial.Context(Steps(quietDb: -3), role: TrackRole.Vocal)));
        Assert.Null(new UnevenLevelRule().Propose(RuleTrial.Context(Steps(quietDb: -16), role: TrackRole.FullMix)));
    }

    [Fact]
    public void DrySource_VoiceWithDeepGaps_GetsARoomAndAWetOneDoesNot()
    {
        AudioBuffer dry = Calls();
        Recommendation given = Assert.Single(RuleTrial.Advise(new DrySourceRule(), dry, TrackRole.Vocal));
        Assert.Equal(RecommendationDomain.Temporal, given.Domain);
        Evidence gaps = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.GapContrastDb);
        Assert.True(gaps.After < gaps.Before - 1);

        const AnalysisScope All = AdviceTests.Scope | AnalysisScope.Rhythm;
        AudioBuffer wet = ChainRenderer.Render(dry, [new ReverbSettings(3, 0.7, 6000, 70, 0, 20, 20000, 100, 40)]);
        Assert.Null(new DrySourceRule().Propose(RuleTrial.Context(wet, role: TrackRole.Vocal, scope: All)));
        Assert.Null(new DrySourceRule().Propose(RuleTrial.Context(dry, role: TrackRole.Drums, scope: All)));
    }

    private static AudioBuffer Bass(bool overtones)
    {
        float[] low = Signals.Sine(55, 0.3, 4, RateHz), high = Signals.Sine(440, overtones ? 0.2 : 0, 4, RateHz);
        return Signals.Mono([.. low.Zip(high, (one, other) => one + other)], RateHz);
    }

    private static AudioBuffer WideLowEnd()
    {
        AudioBuffer mix = HealthyMix.Copy();
        float[] low = Signals.Sine(70, 0.12, mix.DurationSeconds + 0.1, mix.SampleRateHz);
        for (int frame = 0; frame < mix.FrameCount; frame++)
        {
            mix.Channel(0)[frame] += low[frame];
            mix.Channel(1)[frame] -= low[frame];
        }

        return mix;
    }

    // Strokes of noise, four a second, that are loud for four seconds and quiet for four.
    private static AudioBuffer Steps(double quietDb)
    {
        float[] noise = Signals.Noise(0.9, 32, RateHz, 8);
        return Signals.Mono(
            [
                .. noise.Select((sample, at) => (float)(sample * Math.Exp(-(at % (RateHz / 4)) / (0.03 * RateHz))
                    * Signals.FromDb(at / (4 * RateHz) % 2 == 0 ? 0 : quietDb))),
            ],
            RateHz);
    }

    // Bursts of all octaves with silence between them, four a second.
    private static AudioBuffer Calls()
    {
        float[] noise = Signals.Noise(0.3, 8, RateHz, 9);
        float[] bursts = [.. noise.Select((sample, at) => at % (RateHz / 4) < RateHz / 12 ? sample : 0)];
        return Signals.Stereo(bursts, [.. bursts], RateHz);
    }
}
