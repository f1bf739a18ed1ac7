using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class FaultDistanceTests
{
    private static readonly Lazy<CleanTrack> Strokes = new(() => CleanTrack.Stage("strokes", CleanTracks.Strokes(120, 10, 0.05))!);

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Measure_SameAudio_IsNought(FaultKind kind) =>
        Assert.Equal(0, FaultDistance.Measure(kind, Strokes.Value.Audio, Strokes.Value.Audio.Clone())!.Value, 1e-6);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Measure_OtherLevel_CountsForFaultsOfLevelAlone(FaultKind kind)
    {
        AudioBuffer quiet = ChainRenderer.Render(Strokes.Value.Audio, [new GainSettings(-6)]);

        double distance = FaultDistance.Measure(kind, Strokes.Value.Audio, quiet)!.Value;

        Assert.Equal(kind is FaultKind.TooLoud or FaultKind.TooQuiet ? 6 : 0, distance, 0.01);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Measure_StrongerFault_IsFurtherAway(FaultKind kind)
    {
        CleanTrack clean = kind == FaultKind.OverCompression ? CleanTrack.Stage("swells", CleanTracks.Swells(8))! : Strokes.Value;
        FaultDistance fromClean = new(clean.Audio);
        double[] distances =
        [
            .. FaultCatalogue.All.Where(fault => fault.Kind == kind)
                .Select(fault => fromClean.To(FaultInjector.Inject(clean, fault)!.Audio, kind)!.Value),
        ];

        Assert.True(distances[0] > FaultAudibility.LeastDistance(kind));
        Assert.All(distances.Zip(distances.Skip(1)), pair => Assert.True(pair.Second > 1.03 * pair.First, string.Join(", ", distances)));
    }

    [Theory]
    [InlineData("dull_top/strong", EqBandKind.HighShelf, 9, 0.71)]
    [InlineData("muddy_low_mids/strong", EqBandKind.Bell, -9, 1)]
    [InlineData("harsh_upper_mids/strong", EqBandKind.Bell, -6, 1.2)]
    public void Measure_FaultAndItsInverse_IsNought(string id, EqBandKind band, double gainDb, double q)
    {
        CleanTrack clean = CleanTracks.Noise;
        InjectedFault fault = FaultInjector.Inject(clean, CleanTracks.Case(id))!;
        AudioBuffer mended = ChainRenderer.Render(
            fault.Audio, [new ParametricEqSettings([new EqBand(band, fault.FrequencyHz!.Value, gainDb, q)])]);

        Assert.Equal(0, FaultDistance.Measure(fault.Case.Kind, clean.Audio, mended)!.Value, 0.01);
    }

    [Fact]
    public void Measure_Shelf_IsTheStandardDeviationOfItsResponse()
    {
        // 9 of the 29 bands lose about 9 dB: 9 · √(9/29 · 20/29) = 4.2; the slope makes it somewhat less.
        InjectedFault fault = FaultInjector.Inject(CleanTracks.Noise, CleanTracks.Case("dull_top/strong"))!;

        Assert.InRange(FaultDistance.Measure(FaultKind.DullTop, CleanTracks.Noise.Audio, fault.Audio)!.Value, 2.5, 4.2);
    }

    [Fact]
    public void Measure_WhatLies60DbBelow_IsNotCounted()
    {
        float[] tone = Signals.Sine(200, 0.3, 3, CleanTracks.RateHz);
        AudioBuffer clean = Signals.Mono([.. tone.Zip(Signals.Noise(1e-5, 3, CleanTracks.RateHz, 4), (t, n) => t + n)], CleanTracks.RateHz);
        AudioBuffer dull = ChainRenderer.Render(clean, [new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, 5000, -9, 0.71)])]);

        Assert.Equal(0, FaultDistance.Measure(FaultKind.DullTop, clean, dull)!.Value, 0.05);
    }

    [Fact]
    public void Measure_NoiseAdded_IsItsShareOfTheTrack()
    {
        float[] tone = Signals.Sine(1000, 0.5, 3, CleanTracks.RateHz), other = Signals.Sine(1500, 0.05, 3, CleanTracks.RateHz);
        AudioBuffer clean = Signals.Mono(tone, CleanTracks.RateHz);
        AudioBuffer noisy = Signals.Mono([.. tone.Zip(other, (t, o) => -0.5f * (t + o))], CleanTracks.RateHz);

        // The best gain trades some of the tone for less of the other: a tenth, over √1.01.
        Assert.Equal(0.1 / Math.Sqrt(1.01), FaultDistance.Measure(FaultKind.Clipping, clean, noisy)!.Value, 1e-3);
    }

    [Fact]
    public void Measure_SideHalved_IsHalfOfSideOverMid()
    {
        AudioBuffer narrow = ChainRenderer.Render(CleanTracks.Noise.Audio, [new StereoWidthSettings(50, 0)]);

        Assert.Equal(0.25, FaultDistance.Measure(FaultKind.NarrowImage, CleanTracks.Noise.Audio, narrow)!.Value, 0.005);
    }

    [Fact]
    public void Measure_TwoEqualChannelsOneTurned_IsTwo()
    {
        float[] left = Signals.Noise(0.2, 3, CleanTracks.RateHz, 9);
        AudioBuffer clean = Signals.Stereo(left, [.. left], CleanTracks.RateHz);

        Assert.Equal(2, FaultDistance.Measure(FaultKind.FlippedPolarity, clean, Faults.InvertRight(clean))!.Value, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Measure_Silence_IsNullOrNought(FaultKind kind)
    {
        AudioBuffer silence = new(2, CleanTracks.RateHz, CleanTracks.RateHz);

        Assert.Equal(0, FaultDistance.Measure(kind, silence, silence) ?? 0);
    }

    [Fact]
    public void Measure_OtherLength_Throws() => Assert.Throws<ArgumentException>(() => FaultDistance.Measure(
        FaultKind.DullTop, new AudioBuffer(1, 100, CleanTracks.RateHz), new AudioBuffer(1, 101, CleanTracks.RateHz)));
}
