using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Semantics;

/// <summary>Sounds of which nothing musical may be said.</summary>
internal static class SoundsWithoutMusic
{
    private const int SampleRateHz = 44100;

    /// <summary>Names of the sounds, for theories.</summary>
    public static TheoryData<string> Names => ["silence", "nothing", "click", "offset", "sine", "noise", "nan", "impulse"];

    /// <summary>The analysis of one.</summary>
    public static TrackAnalysis Analysed(string name) => TrackAnalyzer.Analyze(new AudioBuffer([Samples(name)], SampleRateHz));

    private static float[] Samples(string name) => name switch
    {
        "silence" => new float[10 * SampleRateHz],
        "nothing" => [],
        "click" => Signals.Noise(0.8, 0.3, SampleRateHz, 1),
        "offset" => [.. Enumerable.Repeat(0.5f, 10 * SampleRateHz)],
        "sine" => Signals.Sine(440, 0.5, 10, SampleRateHz),
        "noise" => Signals.Noise(0.5, 10, SampleRateHz, 2),
        "nan" => [.. Enumerable.Repeat(float.NaN, 10 * SampleRateHz)],
        _ => [1, .. new float[10 * SampleRateHz]],
    };
}
