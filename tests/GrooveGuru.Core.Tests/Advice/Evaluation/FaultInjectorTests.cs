using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class FaultInjectorTests
{
    private static readonly string[] OverCompression = ["over_compression/weak", "over_compression/medium", "over_compression/strong"];
    private static readonly string[] ReverbWash = ["reverb_wash/weak", "reverb_wash/strong"];
    private static readonly string[] OfTwoChannels = ["narrow_image/weak", "wide_image/medium", "flipped_polarity/strong"];

    private static readonly Lazy<CleanTrack> Strokes = new(() => CleanTrack.Stage("strokes", CleanTracks.Strokes(120, 10, 0.05))!);

    [Theory]
    [InlineData("dull_top/weak", -3)]
    [InlineData("dull_top/medium", -6)]
    [InlineData("dull_top/strong", -9)]
    public void DullTop_Noise_LosesItsTopAndNothingElse(string id, double topDb)
    {
        double[] changeDb = ChangeDb(CleanTracks.Noise, Inject(CleanTracks.Noise, id).Audio, out IReadOnlyList<double> centresHz);

        Assert.Equal(topDb, changeDb[^1], 0.3);
        Assert.All(centresHz.Zip(changeDb).Where(band => band.First < 1500), band => Assert.Equal(0, band.Second, 0.3));
    }

    [Theory]
    [InlineData("muddy_low_mids/weak", 3)]
    [InlineData("muddy_low_mids/strong", 9)]
    public void MuddyLowMids_Noise_PilesUpAround300Hz(string id, double humpDb)
    {
        double[] changeDb = ChangeDb(CleanTracks.Noise, Inject(CleanTracks.Noise, id).Audio, out IReadOnlyList<double> centresHz);

        Assert.InRange(changeDb.Max(), humpDb - 0.4, humpDb); // the mean over a third octave lies somewhat below the peak
        Assert.InRange(centresHz[Array.IndexOf(changeDb, changeDb.Max())], 250, 350);
        Assert.All(centresHz.Zip(changeDb).Where(band => band.First is < 40 or > 2500), band => Assert.Equal(0, band.Second, 0.3));
    }

    [Fact]
    public void HarshUpperMids_Noise_HasItsHumpWhereItSays()
    {
        InjectedFault fault = Inject(CleanTracks.Noise, "harsh_upper_mids/strong");
        double[] changeDb = ChangeDb(CleanTracks.Noise, fault.Audio, out IReadOnlyList<double> centresHz);

        Assert.InRange(fault.FrequencyHz!.Value, 3000, 5000);
        Assert.InRange(changeDb.Max(), 5.4, 6);
        Assert.InRange(Math.Abs(Math.Log2(centresHz[Array.IndexOf(changeDb, changeDb.Max())] / fault.FrequencyHz.Value)), 0, 0.2);
    }

    [Theory]
    [InlineData("sub_rumble/weak", -24)]
    [InlineData("sub_rumble/strong", -12)]
    public void SubRumble_Noise_AddsTheSameLowNoiseToBothChannels(string id, double overTrackDb)
    {
        AudioBuffer clean = CleanTracks.Noise.Audio, faulty = Inject(CleanTracks.Noise, id).Audio;
        float[] left = Difference(faulty, clean, 0), right = Difference(faulty, clean, 1);

        Assert.Equal(overTrackDb, 20 * Math.Log10(Rms(left) / clean.Channels.Max(Rms)), 0.1);
        Assert.All(left.Zip(right), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        double[] changeDb = ChangeDb(CleanTracks.Noise, faulty, out IReadOnlyList<double> centresHz);
        Assert.All(centresHz.Zip(changeDb).Where(band => band.First > 200), band => Assert.Equal(0, band.Second, 0.1));
    }

    [Fact]
    public void OverCompression_Swells_SqueezesMoreAndMoreAtTheSameLoudness()
    {
        CleanTrack swells = CleanTrack.Stage("swells", CleanTracks.Swells(8))!;
        double cleanLufs = swells.Analysis.Extended.Loudness.IntegratedLufs!.Value;
        TrackAnalysis[] squeezed =
        [
            .. OverCompression.Select(id => TrackAnalyzer.Analyze(
                Inject(swells, id).Audio, AnalysisScope.Level | AnalysisScope.Loudness)),
        ];
        double[] peaksLu = [swells.Analysis.Extended.Loudness.PeakToLoudnessLu!.Value, .. squeezed.Select(at => at.Extended.Loudness.PeakToLoudnessLu!.Value)];

        Assert.All(squeezed, at => Assert.Equal(cleanLufs, at.Extended.Loudness.IntegratedLufs!.Value, 0.1));
        Assert.All(peaksLu.Zip(peaksLu.Skip(1)), pair => Assert.True(pair.Second < pair.First - 0.3, string.Join(", ", peaksLu)));
    }

    [Theory]
    [InlineData("clipping/weak", 3)]
    [InlineData("clipping/strong", 9)]
    public void Clipping_Strokes_CutsWhatStandsOverFullScale(string id, double driveDb)
    {
        AudioBuffer clean = Strokes.Value.Audio, faulty = Inject(Strokes.Value, id).Audio;
        double gainDb = driveDb - Strokes.Value.Analysis.Extended.Loudness.TruePeakDbtp!.Value;
        double gain = Signals.FromDb(gainDb);

        for (int channel = 0; channel < 2; channel++)
        {
            Assert.Equal(1, faulty.Channels[channel].Max(Math.Abs));
            Assert.All(
                clean.Channels[channel].Zip(faulty.Channels[channel]),
                pair => Assert.Equal(Math.Clamp(pair.First * gain, -1, 1), pair.Second, 1e-4));
        }
    }

    [Theory]
    [InlineData("narrow_image/weak", -6)]
    [InlineData("narrow_image/medium", -12)]
    [InlineData("wide_image/medium", 6)]
    public void Width_Noise_ChangesTheSideAlone(string id, double sideDb)
    {
        AudioBuffer clean = CleanTracks.Noise.Audio, faulty = Inject(CleanTracks.Noise, id).Audio;

        Assert.Equal(sideDb, 20 * Math.Log10(Rms(Fold(faulty, -1)) / Rms(Fold(clean, -1))), 0.1);
        Assert.Equal(0, 20 * Math.Log10(Rms(Fold(faulty, 1)) / Rms(Fold(clean, 1))), 0.01);
    }

    [Fact]
    public void NarrowImage_Strong_LeavesNoSide() =>
        Assert.All(Fold(Inject(CleanTracks.Noise, "narrow_image/strong").Audio, -1), sample => Assert.Equal(0, sample, 1e-6));

    [Fact]
    public void FlippedPolarity_Noise_TurnsTheRightChannelAlone()
    {
        AudioBuffer clean = CleanTracks.Noise.Audio, faulty = Inject(CleanTracks.Noise, "flipped_polarity/strong").Audio;

        Assert.Equal(clean.Channels[0], faulty.Channels[0]);
        Assert.Equal(Array.ConvertAll(clean.Channels[1], sample => -sample), faulty.Channels[1]);
    }

    [Fact]
    public void ReverbWash_FastStrokes_FillsTheGapsMoreAndMore()
    {
        FaultDistance fromClean = new(Strokes.Value.Audio);
        double[] distancesDb =
        [
            .. ReverbWash.Select(id => fromClean.To(Inject(Strokes.Value, id).Audio, FaultKind.ReverbWash)!.Value),
        ];

        Assert.True(distancesDb[0] > 1 && distancesDb[1] > distancesDb[0] + 1, string.Join(", ", distancesDb));
    }

    [Theory]
    [InlineData("too_quiet/strong", -12)]
    [InlineData("too_loud/medium", 6)]
    public void Level_Noise_IsAllThatChanges(string id, double gainDb)
    {
        AudioBuffer clean = CleanTracks.Noise.Audio, faulty = Inject(CleanTracks.Noise, id).Audio;

        Assert.All(clean.Channels[0].Zip(faulty.Channels[0]), pair => Assert.Equal(pair.First * Signals.FromDb(gainDb), pair.Second, 1e-5));
    }

    [Fact]
    public void Inject_Twice_GivesTheSameSamples()
    {
        foreach (FaultCase fault in FaultCatalogue.All)
        {
            InjectedFault? first = FaultInjector.Inject(Strokes.Value, fault), second = FaultInjector.Inject(Strokes.Value, fault);

            Assert.Equal(first?.FrequencyHz, second?.FrequencyHz);
            Assert.Equal(first?.Audio.Channels[0], second?.Audio.Channels[0]);
        }
    }

    [Fact]
    public void Inject_OtherNames_SpreadsTheFrequencies() => Assert.Equal(
        [3000, 3500, 4000, 5000],
        Enumerable.Range(0, 30)
            .Select(number => Inject(CleanTracks.Noise with { Name = $"track {number}" }, "harsh_upper_mids/weak").FrequencyHz!.Value)
            .Distinct()
            .Order());

    [Fact]
    public void Inject_WhatCannotBeMade_IsNull()
    {
        CleanTrack mono = CleanTrack.Stage("mono", Signals.Mono(Signals.Noise(0.2, 3, CleanTracks.RateHz, 1), CleanTracks.RateHz))!;
        float[] same = Signals.Noise(0.2, 3, CleanTracks.RateHz, 1);
        CleanTrack middle = CleanTrack.Stage("middle", Signals.Stereo(same, [.. same], CleanTracks.RateHz))!;
        CleanTrack slow = CleanTrack.Stage("slow", CleanTracks.Strokes(72, 12, 0.05))!;

        Assert.All(
            OfTwoChannels,
            id => Assert.Null(FaultInjector.Inject(mono, CleanTracks.Case(id))));
        Assert.Null(FaultInjector.Inject(middle, CleanTracks.Case("narrow_image/strong")));
        Assert.NotNull(FaultInjector.Inject(middle, CleanTracks.Case("flipped_polarity/strong")));
        Assert.Null(FaultInjector.Inject(slow, CleanTracks.Case("reverb_wash/strong")));
    }

    [Theory]
    [InlineData("dull_top/strong")]
    [InlineData("muddy_low_mids/strong")]
    [InlineData("harsh_upper_mids/strong")]
    public void Inject_Otherwise_LiesWhereTheModelLearntNothing(string id)
    {
        FaultCase fault = CleanTracks.Case(id);
        InjectedFault learnt = FaultInjector.Inject(CleanTracks.Noise, fault)!, other = FaultInjector.Inject(CleanTracks.Noise, fault, otherwise: true)!;
        Assert.NotEqual(learnt.FrequencyHz, other.FrequencyHz);
        Assert.NotNull(new FaultDistance(CleanTracks.Noise.Audio).To(other.Audio, fault.Kind));
        Assert.True(FaultDistance.Measure(fault.Kind, CleanTracks.Noise.Audio, other.Audio) > 1);
    }

    private static InjectedFault Inject(CleanTrack track, string id) => FaultInjector.Inject(track, CleanTracks.Case(id))!;

    private static double[] ChangeDb(CleanTrack clean, AudioBuffer faulty, out IReadOnlyList<double> centresHz)
    {
        ThirdOctaveSpectrum before = ThirdOctaveSpectrum.Measure(clean.Audio), after = ThirdOctaveSpectrum.Measure(faulty);
        centresHz = before.CentresHz;
        return [.. Enumerable.Range(0, centresHz.Count).Select(band => 10 * Math.Log10(after.Power(band) / before.Power(band)))];
    }

    private static float[] Difference(AudioBuffer first, AudioBuffer second, int channel) =>
        [.. first.Channels[channel].Zip(second.Channels[channel], (one, other) => one - other)];

    private static float[] Fold(AudioBuffer audio, float right) =>
        [.. audio.Channels[0].Zip(audio.Channels[1], (l, r) => (l + (right * r)) / 2)];

    private static double Rms(float[] samples) => Math.Sqrt(samples.Average(sample => (double)sample * sample));
}
