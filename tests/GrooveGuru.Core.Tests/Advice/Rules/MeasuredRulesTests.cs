using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Tests.Advice.Diagnosing;

namespace GrooveGuru.Core.Tests.Advice.Rules;

/// <summary>The rules that need no diagnosis: what they measure is the fault.</summary>
public class MeasuredRulesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void DeadChannel_OneSilent_IsBroughtToTheMiddle(int silent)
    {
        AudioBuffer audio = HealthyMix.Copy();
        audio.Channel(silent).Clear();
        Recommendation given = Assert.Single(RuleTrial.Advise(new DeadChannelRule(), audio));
        Assert.Equal(1, given.Priority);
        Assert.Contains(silent == 0 ? "left" : "right", given.Because[0].Meaning, StringComparison.Ordinal);
        AudioBuffer followed = ChainRenderer.Render(audio, given.Chain);
        Assert.Equal(followed.Channels[0], followed.Channels[1]);
    }

    [Fact]
    public void DeadChannel_PannedHardWithARoom_IsSilent()
    {
        AudioBuffer audio = HealthyMix.Copy();
        float[] quiet = Array.ConvertAll(audio.Channels[0], sample => sample / 50); // 34 dB down
        Assert.Null(new DeadChannelRule().Propose(RuleTrial.Context(new AudioBuffer([audio.Channels[0], quiet], audio.SampleRateHz))));
        Assert.Null(new DeadChannelRule().Propose(RuleTrial.Context(new AudioBuffer(2, 44100 * 4, 44100))));
        Assert.Null(new DeadChannelRule().Propose(RuleTrial.Context(new AudioBuffer([audio.Channels[0]], audio.SampleRateHz))));
    }

    [Theory]
    [InlineData(6, TrackRole.FullMix)]
    [InlineData(-6, TrackRole.Vocal)]
    [InlineData(-12, TrackRole.Bass)]
    public void OffCentre_LeanedToOneSide_IsBroughtToTheMiddle(double leanDb, TrackRole role)
    {
        AudioBuffer audio = Leaned(leanDb);
        Recommendation given = Assert.Single(RuleTrial.Advise(new OffCentreRule(), audio, role));
        Assert.Contains(leanDb > 0 ? "left" : "right", given.Because[0].Meaning, StringComparison.Ordinal);
        AudioBuffer followed = ChainRenderer.Render(audio, given.Chain);
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), followed, role));
        Evidence balance = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.ChannelBalanceDb);
        Assert.InRange(Math.Abs(balance.After), 0, 0.5);
    }

    [Fact]
    public void OffCentre_LittleOrOnPurposeOrOneChannel_IsSilent()
    {
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), Leaned(1), TrackRole.FullMix));
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), Leaned(6), TrackRole.Guitar));
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), Leaned(60), TrackRole.Vocal));
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), new AudioBuffer([RuleTrial.Mix.Audio.Channels[0]], RuleTrial.Mix.Audio.SampleRateHz), TrackRole.Vocal));
        Assert.Empty(RuleTrial.Advise(new OffCentreRule(), new AudioBuffer(2, 44100 * 4, 44100), TrackRole.Vocal));
    }

    [Theory]
    [InlineData(0.05f)]
    [InlineData(-0.05f)]
    public void DcOffset_ShiftedWave_IsBroughtBackToZero(float shift)
    {
        AudioBuffer audio = Shifted(shift);
        Recommendation given = Assert.Single(RuleTrial.Advise(new DcOffsetRule(), audio));
        Evidence offset = given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.DcOffsetDbfs);
        Assert.Equal(-26, offset.Before, 0.5);
        Assert.True(offset.After < DcOffsetRule.ThresholdDbfs);
        Assert.Empty(RuleTrial.Advise(new DcOffsetRule(), ChainRenderer.Render(audio, given.Chain)));
    }

    [Fact]
    public void DcOffset_LittleOrNone_IsSilent() => Assert.Null(new DcOffsetRule().Propose(RuleTrial.Context(Shifted(0.005f))));

    [Theory]
    [InlineData(-18, 1)]
    [InlineData(8, -1)]
    public void Level_FarOff_IsBroughtBack(double offDb, int sign)
    {
        AudioBuffer audio = Faults.Gain(RuleTrial.Mix.Audio, offDb);
        Recommendation given = Assert.Single(RuleTrial.Advise(new LevelRule(), audio));
        double gainDb = Assert.IsType<GainSettings>(Assert.Single(given.Chain)).GainDb;
        Assert.Equal(sign, Math.Sign(gainDb));
        Assert.Empty(RuleTrial.Advise(new LevelRule(), ChainRenderer.Render(audio, given.Chain)));
    }

    [Fact]
    public void Level_AtWorkingLevel_IsSilent() => Assert.Null(new LevelRule().Propose(RuleTrial.Context(RuleTrial.Mix.Audio)));

    [Fact]
    public void TruePeak_Over_IsTurnedDownToTheSafeLevelAndUnderItNothing()
    {
        Recommendation given = Assert.Single(RuleTrial.Advise(new TruePeakRule(), Faults.Gain(HealthyMix.Copy(), 4)));
        Assert.InRange(given.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.TruePeakDbtp).After, -1.2, TruePeakRule.SafeDbtp + 0.01);
        Assert.Empty(RuleTrial.Advise(new TruePeakRule(), HealthyMix.Copy()));
    }

    [Fact]
    public void Clipping_TurnedDownAfterwards_IsStillRebuilt()
    {
        AudioBuffer audio = Faults.Gain(Faults.Clip(HealthyMix.Copy(), 9), -10);
        Recommendation given = Assert.Single(RuleTrial.Advise(new ClippingRule(), audio));
        Assert.IsType<DeclipperSettings>(given.Chain[0]);
        AudioBuffer followed = ChainRenderer.Render(audio, given.Chain);
        Assert.True(followed.Channels[0].Max(Math.Abs) > 1.2 * audio.Channels[0].Max(Math.Abs));
        Assert.True(RuleTrial.Context(followed).Diagnosis.Chance(Core.Advice.Faults.FaultKind.Clipping) < 0.5);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1e5)]
    public void Clipping_OverFullScaleAndWhole_IsOnlyTurnedDown(double amplitude)
    {
        AudioBuffer audio = Signals.Mono(Signals.Noise(amplitude, 4, 8000, 3), 8000);
        Proposal proposal = new ClippingRule().Propose(RuleTrial.Context(audio))!;
        Assert.True(Assert.IsType<GainSettings>(Assert.Single(proposal.Untried.Chain)).GainDb < 0);
        Assert.Contains("over full scale", proposal.Untried.Because[0].Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void WideDynamics_MixWithDrumsThatJumps_IsCompressedAndAnEvenOneIsNot()
    {
        Assert.Null(new WideDynamicsRule().Propose(Beats(quietDb: -4)));
        Proposal proposal = new WideDynamicsRule().Propose(Beats(quietDb: -18))!;
        Assert.True(((CompressorSettings)proposal.Untried.Chain[0]).Ratio > 1);
        Assert.True(proposal.Tuning.Target < proposal.Untried.Expects[0].From);
    }

    // The healthy mix four times, every other time quieter.
    private static AdviceContext Beats(double quietDb)
    {
        AudioBuffer once = HealthyMix.Copy();
        var audio = new AudioBuffer(
            [.. once.Channels.Select(samples => Enumerable.Range(0, 4)
                .SelectMany(time => samples.Select(sample => (float)(sample * Signals.FromDb(time % 2 == 0 ? 0 : quietDb)))).ToArray())],
            once.SampleRateHz);
        return RuleTrial.Context(audio, Diagnoses.Of(), scope: AdviceTests.Scope | AnalysisScope.Rhythm);
    }

    private static AudioBuffer Shifted(float by) =>
        new([.. HealthyMix.Copy().Channels.Select(samples => Array.ConvertAll(samples, sample => sample + by))], HealthyMix.RateHz);

    private static AudioBuffer Leaned(double leftOverRightDb) =>
        ChainRenderer.Render(RuleTrial.Mix.Audio, [new GainSettings(-6), .. Enumerable.Repeat(
            new StereoWidthSettings(100, 0, BalanceDb: leftOverRightDb / Math.Ceiling(Math.Abs(leftOverRightDb) / 24)), (int)Math.Ceiling(Math.Abs(leftOverRightDb) / 24))]);
}
