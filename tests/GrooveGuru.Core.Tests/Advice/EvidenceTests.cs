using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>A change is shown at equal loudness, and keeps the guards of its rule.</summary>
public class EvidenceTests
{
    private static readonly Func<double, ProcessorSettings[]> LowShelf =
        amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, amountDb, 0.71)])];

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public void Advise_ChangeThatMovesLoudness_ComesOutEquallyLoud(double gainDb)
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), -8);
        double before = Measure(audio, MeasureIds.LowEndExcessDb);
        Recommendation kept = Single(audio, new PlantedRule(MeasureIds.LowEndExcessDb, before + (0.8 * gainDb), LowShelf(gainDb)));
        Evidence loudness = kept.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.IntegratedLufs);

        Assert.True(kept.EndsWithTrim);
        Assert.Equal(-Math.Sign(gainDb), Math.Sign(Assert.IsType<GainSettings>(kept.Chain[^1]).GainDb));
        Assert.Equal(loudness.Before, loudness.After, 0.1);
        AudioBuffer followed = ChainRenderer.Render(audio, kept.Chain);
        Assert.Equal(Measure(audio, MeasureIds.IntegratedLufs), Measure(followed, MeasureIds.IntegratedLufs), 0.1);
    }

    [Fact]
    public void Advise_CutAtFullScale_StaysQuieterRatherThanClip()
    {
        // The trim that equal loudness asks for would lift the drums over full scale.
        AudioBuffer audio = HealthyMix.Copy();
        float peak = audio.Channels.Max(channel => channel.Max(Math.Abs));
        audio = Faults.Gain(audio, 20 * Math.Log10(0.99 / peak));
        double before = Measure(audio, MeasureIds.LowEndExcessDb);
        Recommendation kept = Single(audio, new PlantedRule(MeasureIds.LowEndExcessDb, before - 4, LowShelf(-6)));

        Assert.True(kept.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.TruePeakDbtp).After <= Limit());
        Assert.True(Measure(ChainRenderer.Render(audio, kept.Chain), MeasureIds.TruePeakDbtp) <= Limit());

        double Limit() => Math.Max(0, Measure(audio, MeasureIds.TruePeakDbtp)) + 0.11;
    }

    [Fact]
    public void Advise_AmountThatBreaksAGuard_IsReducedUntilItHolds()
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), -8);
        double lowEnd = Measure(audio, MeasureIds.LowEndExcessDb), lowMid = Measure(audio, MeasureIds.LowMidExcessDb);
        var free = new PlantedRule(MeasureIds.LowEndExcessDb, lowEnd + 6, LowShelf) { MaxAmount = 9 };
        Recommendation unguarded = Single(audio, free);
        double risen = Measure(ChainRenderer.Render(audio, unguarded.Chain), MeasureIds.LowMidExcessDb) - lowMid;

        Recommendation guarded = Single(audio, new PlantedRule(MeasureIds.LowEndExcessDb, lowEnd + 6, LowShelf)
        {
            MaxAmount = 9,
            Guards = [new Guard(MeasureIds.LowMidExcessDb, Max: lowMid + (0.8 * risen))],
        });

        Assert.True(GainDb(guarded) < GainDb(unguarded));
        Evidence guard = guarded.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.LowMidExcessDb);
        Assert.True(guard.After <= lowMid + (0.8 * risen));
    }

    [Fact]
    public void Advise_GuardThatNoAmountKeeps_DropsIt()
    {
        AudioBuffer audio = HealthyMix.Copy();
        var rule = new PlantedRule(MeasureIds.LowEndExcessDb, Measure(audio, MeasureIds.LowEndExcessDb) - 6, amount => LowShelf(-amount))
        {
            MaxAmount = 9,
            Guards = [new Guard(FeatureIds.CrestFactor, Min: 100)],
        };
        Assert.Empty(Advise(audio, rule).Recommendations);
    }

    [Fact]
    public void Advise_ReversedSide_LosesTooMuchInMonoAndIsDropped()
    {
        // Correlation stays over zero, but what sums in mono falls by more than 1 LU.
        AudioBuffer audio = HealthyMix.Copy();
        double width = Measure(audio, FeatureIds.StereoWidth);
        var rule = new PlantedRule(FeatureIds.StereoWidth, width * 2.5, [new StereoWidthSettings(200, 0)], RecommendationDomain.Spatial);
        AudioBuffer widened = ChainRenderer.Render(audio, [new StereoWidthSettings(200, 0)]);
        Assert.True(MonoLoss(widened) > MonoLoss(audio) + 1);
        Assert.Empty(Advise(audio, rule).Recommendations);
    }

    [Fact]
    public void LossLu_SumsThatAreKnown_AreMeasuredAsSuch()
    {
        float[] one = Signals.Noise(0.2, 3, 44100, seed: 1), other = Signals.Noise(0.2, 3, 44100, seed: 2);
        Assert.Equal(0, MonoLoss(Signals.Stereo(one, one, 44100)), 0.05);
        Assert.Equal(3, MonoLoss(Signals.Stereo(one, other, 44100)), 0.2);
        Assert.True(MonoLoss(Signals.Stereo(one, Array.ConvertAll(one, sample => -sample), 44100)) > 40);
    }

    private static double MonoLoss(AudioBuffer audio) => MonoFold.LossLu(audio, Measure(audio, MeasureIds.IntegratedLufs))!.Value;

    private static double GainDb(Recommendation given) => ((ParametricEqSettings)given.Chain[0]).Bands[0].GainDb;

    private static double Measure(AudioBuffer audio, string measureId) =>
        new AdviceContext(audio, AdviceTests.Analyze(audio)).Measure(measureId)!.Value;

    private static Recommendation Single(AudioBuffer audio, PlantedRule rule) => Assert.Single(Advise(audio, rule).Recommendations);

    private static AdviceReport Advise(AudioBuffer audio, params IAdviceRule[] rules) =>
        new Adviser(rules).AdviseInFull(audio, AdviceTests.Analyze(audio));
}
