using System.Diagnostics;
using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Advice.Signs;

public class TrackSignsTests
{
    private const AnalysisScope Scope = AnalysisScope.Level | AnalysisScope.Loudness | AnalysisScope.Stereo;

    public static TheoryData<string> Unusual => new() { "silence", "click", "offset", "no numbers", "mono", "4 kHz", "192 kHz", "short", "huge" };

    [Theory]
    [MemberData(nameof(Unusual))]
    public void Measure_UnusualAudio_HasTheSameNamesAndSizesOfDecibels(string which)
    {
        TrackSigns signs = Measure(Made(which));
        Assert.Equal(Measure(HealthyMix.Copy()).Names, signs.Names);
        Assert.Equal(signs.Names.Count, signs.Values.Count);
        Assert.All(signs.Values, value => Assert.InRange(value, -250, 250));
    }

    [Fact]
    public void Names_OfAll_AreUnique()
    {
        IReadOnlyList<string> names = Measure(HealthyMix.Copy()).Names;
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public void Measure_OtherLevel_ChangesNoSign(double gainDb)
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), -gainDb / 2);
        TrackSigns before = Measure(audio), after = Measure(Faults.Gain(audio, gainDb));
        for (int sign = 0; sign < before.Names.Count; sign++)
        {
            Assert.True(
                Math.Abs(before.Values[sign] - after.Values[sign]) <= 0.05, $"{before.Names[sign]}: {before.Values[sign]} became {after.Values[sign]}");
        }
    }

    [Fact]
    public void Measure_LessTop_MovesItsLevelAndNotHowItSpreads()
    {
        AudioBuffer audio = HealthyMix.Copy();
        TrackSigns before = Measure(audio), after = Measure(Faults.HighShelf(audio, -9));
        Assert.Equal(-9, Value(after, "level_10079") - Value(before, "level_10079"), 1.0);
        Assert.Equal(Value(before, "rests_10079"), Value(after, "rests_10079"), 0.3);
        Assert.Equal(Value(before, "side_10079"), Value(after, "side_10079"), 0.3);
    }

    [Fact]
    public void Measure_FourTimesAsLong_TakesNotMuchMoreThanFourTimes()
    {
        AudioBuffer full = Signals.Stereo(Signals.Noise(0.3, 16, 16000, 1), Signals.Noise(0.3, 16, 16000, 2), 16000);
        var quarter = new AudioBuffer([.. full.Channels.Select(samples => samples[..(samples.Length / 4)])], full.SampleRateHz);
        TrackAnalysis ofFull = TrackAnalyzer.Analyze(full, Scope), ofQuarter = TrackAnalyzer.Analyze(quarter, Scope);
        (double longSeconds, double shortSeconds) = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < 8; round++)
        {
            // In turns: the code gets quicker while it runs, and the machine has other things to do.
            longSeconds = Math.Min(longSeconds, Seconds(full, ofFull));
            shortSeconds = Math.Min(shortSeconds, Seconds(quarter, ofQuarter));
        }

        // Work that grows with the square would take sixteen times as long.
        Assert.True(longSeconds < 10 * shortSeconds, $"{shortSeconds} s, and {longSeconds} s for four times as much");
    }

    private static double Value(TrackSigns signs, string name) => signs.Values[signs.Names.ToList().IndexOf(name)];

    private static TrackSigns Measure(AudioBuffer audio) => TrackSigns.Measure(audio, TrackAnalyzer.Analyze(audio, Scope));

    private static double Seconds(AudioBuffer audio, TrackAnalysis analysis)
    {
        var time = Stopwatch.StartNew();
        TrackSigns.Measure(audio, analysis);
        return time.Elapsed.TotalSeconds;
    }

    private static AudioBuffer Made(string which)
    {
        const int Rate = 44100;
        float[] click = new float[3 * Rate];
        click[Rate] = 1;
        float[] offset = [.. Enumerable.Repeat(0.5f, 3 * Rate)];
        return which switch
        {
            "silence" => new AudioBuffer(2, 3 * Rate, Rate),
            "click" => Signals.Stereo(click, [.. click], Rate),
            "offset" => Signals.Stereo(offset, [.. offset], Rate),
            "no numbers" => Signals.Stereo(Signals.Noise(double.NaN, 3, Rate, 1), Signals.Noise(double.PositiveInfinity, 3, Rate, 1), Rate),
            "mono" => Signals.Mono(Signals.Noise(0.3, 3, Rate, 1), Rate),
            "4 kHz" => Signals.Stereo(Signals.Noise(0.3, 3, 4000, 1), Signals.Noise(0.3, 3, 4000, 2), 4000),
            "192 kHz" => Signals.Stereo(Signals.Noise(0.3, 3, 192000, 1), Signals.Noise(0.3, 3, 192000, 2), 192000),
            "short" => Signals.Stereo(Signals.Noise(0.3, 0.01, Rate, 1), Signals.Noise(0.3, 0.01, Rate, 2), Rate),
            "huge" => Signals.Stereo(Signals.Noise(1e6, 3, Rate, 1), Signals.Noise(1e6, 3, Rate, 2), Rate),
            _ => throw new ArgumentOutOfRangeException(nameof(which)),
        };
    }
}
