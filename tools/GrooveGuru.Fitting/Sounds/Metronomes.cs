using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Sounds;

/// <summary>Metronomes from 60 to 200 BPM: one sound a beat, in some with an accent on the first of three or four.</summary>
internal static class Metronomes
{
    private const int Count = 72;
    private const int FirstSeed = 500;
    private const double SlowestBpm = 60, FastestBpm = 200;
    private const double QuietestTick = 0.6, LoudestTick = 0.65;
    private const double EndSeconds = 0.3;

    private static readonly int[] LengthsSeconds = [16, 24, 32];
    private static readonly int[] AccentEvery = [0, 0, 0, 3, 4];
    private static readonly double[] PitchesHz = [800, 1000, 1500, 2000];

    /// <summary>All of them, evenly over the tempos.</summary>
    public static IEnumerable<TrainingPiece> All() => Enumerable.Range(0, Count).Select(Make);

    private static TrainingPiece Make(int index)
    {
        var random = new Random(FirstSeed + index);
        double bpm = SlowestBpm + ((FastestBpm - SlowestBpm) * (index + random.NextDouble()) / Count);
        double lengthSeconds = random.OneOf(LengthsSeconds);
        int accent = random.OneOf(AccentEvery);
        Func<double, double, Random, float> tick = random.OneOf(Ticks.All);
        double hz = random.OneOf(PitchesHz);
        var mono = new float[(int)(lengthSeconds * AnalysisRate.SampleRateHz)];
        var beats = new List<double>();
        double start = random.Between(0.05, 0.8);
        for (double at = start; at < lengthSeconds - EndSeconds; at = start + (beats.Count * 60 / bpm))
        {
            bool isStrong = accent > 0 && beats.Count % accent == 0;
            double gain = isStrong ? 1 : random.Between(QuietestTick, LoudestTick);
            beats.Add(at);
            Add(mono, at, gain, seconds => tick(seconds, isStrong ? 1.5 * hz : hz, random));
        }

        return new TrainingPiece(
            new TruthPiece
            {
                Id = $"metronome{index:D3}_{index:D3}",
                File = "",
                Bpm = bpm,
                BeatsPerBar = accent > 0 ? accent : null,
                BeatsSeconds = beats,
                DownbeatsSeconds = accent > 0 ? [.. beats.Where((_, beat) => beat % accent == 0)] : [],
            },
            mono);
    }

    private static void Add(float[] mono, double atSeconds, double gain, Func<double, float> tick)
    {
        int first = (int)(atSeconds * AnalysisRate.SampleRateHz);
        int count = Math.Min(mono.Length - first, (int)(Ticks.LengthSeconds * AnalysisRate.SampleRateHz));
        for (int sample = 0; sample < count; sample++)
        {
            mono[first + sample] += (float)(gain * tick((double)sample / AnalysisRate.SampleRateHz));
        }
    }
}
