using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Rhythm;

/// <summary>What speaks for and against bars of so many beats from such a beat: accents, changes of chord, and how beats repeat.</summary>
internal sealed class MeterFeatures
{
    /// <summary>Numbers for each hypothesis.</summary>
    public const int Count = 61;

    private const int Parts = PulseProfile.Parts;
    private const double CentreBpm = 100;

    // Signals whose repetition from bar to bar is weighed: all, low and middle attacks, low pitches, chords.
    private static readonly int[] RepeatingSignals = [0, 1, 2, 5, 6];

    private readonly double[][] _values;
    private readonly double[] _means;
    private readonly double _triple;
    private readonly double _octaves;

    /// <summary>Of tracked beats.</summary>
    public MeterFeatures(RhythmSignals signals, PulseHypothesis pulse, IReadOnlyList<double> beatsSeconds)
    {
        int Frame(double seconds) => Math.Clamp(
            (int)Math.Round((seconds + pulse.LatenessSeconds) * NoveltyRate.FrameRateHz), 0, signals.FrameCount - 1);

        int count = beatsSeconds.Count;
        (double[] change, double[] slowChange) = BeatChords.Changes(
            CollectionsMarshal.AsSpan(signals.Chroma), [.. beatsSeconds.Select(beat => beat + pulse.LatenessSeconds)]);
        _values = [.. signals.Crests.Select(crest => beatsSeconds.Select(beat => (double)crest[Frame(beat)]).ToArray()), change, slowChange];
        _means = [.. _values.Select((values, signal) => values.Average() + (0.1 * (signal < signals.Crests.Length ? signals.MeanCrests[signal] : 1)))];

        var within = new double[Parts];
        for (int beat = 0; beat + 1 < count; beat++)
        {
            for (int part = 0; part < Parts; part++)
            {
                double at = beatsSeconds[beat] + ((beatsSeconds[beat + 1] - beatsSeconds[beat]) * part / Parts);
                within[part] += signals.Crests[0][Frame(at)] / count / signals.MeanCrests[0];
            }
        }

        _triple = Math.Log((0.2 + within[4] + within[8]) / (0.2 + within[6] + (0.5 * within[3]) + (0.5 * within[9])));
        _octaves = Math.Log2(60 * (count - 1) / (beatsSeconds[^1] - beatsSeconds[0]) / CentreBpm);
    }

    /// <summary>The numbers; those of the other meters are 0.</summary>
    public float[] Of(int beatsPerBar, int first)
    {
        var features = new List<double>();
        foreach (int meter in MeterHypothesis.Meters)
        {
            bool isThis = meter == beatsPerBar;
            features.Add(isThis ? 1 : 0);
            features.Add(isThis ? _triple : 0);
            features.AddRange(Signals.Select(signal => isThis ? Accent(signal, first, meter) : 0));
        }

        features.AddRange(Signals.Select(signal => beatsPerBar == 4 ? Accent(signal, first + 2, 4) : 0));
        foreach (int signal in RepeatingSignals)
        {
            features.Add(beatsPerBar == 2 ? Repeats(signal, 2) : 0);
            features.Add(beatsPerBar == 3 ? Repeats(signal, 3) : 0);
            features.Add(beatsPerBar == 4 ? Repeats(signal, 4) : 0);
            features.Add(beatsPerBar == 4 ? Repeats(signal, 2) : 0);
        }

        features.Add(beatsPerBar == 2 ? _octaves : 0);
        features.Add(beatsPerBar == 3 ? _octaves : 0);
        features.Add(first == 0 ? 1 : 0);
        return [.. features.Select(feature => (float)feature)];
    }

    private IEnumerable<int> Signals => Enumerable.Range(0, _values.Length);

    private double Accent(int signal, int first, int step)
    {
        double sum = 0;
        int count = 0;
        for (int beat = first % step; beat < _values[signal].Length; beat += step)
        {
            sum += _values[signal][beat];
            count++;
        }

        return Math.Log(0.15 + (sum / Math.Max(1, count) / _means[signal]));
    }

    private double Repeats(int signal, int lag)
    {
        double[] values = _values[signal];
        double mean = values.Average(), power = 0, product = 0;
        for (int beat = 0; beat < values.Length; beat++)
        {
            power += (values[beat] - mean) * (values[beat] - mean);
            product += beat + lag < values.Length ? (values[beat] - mean) * (values[beat + lag] - mean) : 0;
        }

        return product / Math.Max(1e-9, power);
    }
}
