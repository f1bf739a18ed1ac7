using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Rhythm;

/// <summary>All that tempo, beats and meter are read from, made once from the novelty of a whole piece.</summary>
internal sealed class RhythmSignals
{
    /// <summary>Slowest and fastest beat that is looked for, BPM.</summary>
    public const double MinBpm = 40;

    /// <inheritdoc cref="MinBpm"/>
    public const double MaxBpm = 230;

    /// <summary>Multiples of a beat's period at which the autocorrelation is asked for.</summary>
    public const int MaxPeriods = 4;

    private const float PitchWeight = 2;
    private const float CapDb = 12;
    private const int SmoothFrames = 2;
    private const int CrestReach = 2;

    /// <summary>Makes the signals.</summary>
    /// <param name="attack">What was struck, of the whole piece.</param>
    /// <param name="pitch">What pitches entered, of the whole piece.</param>
    public RhythmSignals(AttackNovelty attack, PitchNovelty pitch)
    {
        Attack = [.. attack.Full];
        Pitch = Upsampled(pitch.Full, Attack.Length);
        LevelDb = attack.LevelDb;
        Chroma = pitch.Chroma;
        Combined = new float[Attack.Length];
        TensorPrimitives.Min(Attack, CapDb, Combined);
        TensorPrimitives.MultiplyAdd(Pitch, PitchWeight, Combined, Combined);
        OnsetsSeconds = OnsetPicker.Pick(Attack, Pitch, CollectionsMarshal.AsSpan(LevelDb));

        float[] all = NoveltyCurves.Smoothed(NoveltyCurves.Detrended(Combined), SmoothFrames);
        float[] low = NoveltyCurves.Detrended(CollectionsMarshal.AsSpan(attack.Low));
        int lags = NoveltyRate.Frames(MaxPeriods * 60 / MinBpm) + 4;
        Correlation = NoveltyCurves.Autocorrelation(all, lags);
        LowCorrelation = NoveltyCurves.Autocorrelation(NoveltyCurves.Smoothed(low, SmoothFrames), lags);
        Strength = Normalised(all);
        Crests =
        [
            NoveltyCurves.Crests(all, CrestReach),
            Crest(low),
            Crest(NoveltyCurves.Detrended(CollectionsMarshal.AsSpan(attack.Mid))),
            Crest(NoveltyCurves.Detrended(CollectionsMarshal.AsSpan(attack.High))),
            Crest(NoveltyCurves.Detrended(Pitch)),
            Crest(NoveltyCurves.Detrended(Upsampled(pitch.Low, Attack.Length))),
        ];
        MeanCrests = [.. Crests.Select(crest => Math.Max(1e-6, Mean(crest)))];
        double struck = Mean(CollectionsMarshal.AsSpan(attack.High)) + Mean(Attack);
        Percussiveness = Math.Tanh(Math.Log((struck + 0.01) / (Mean(Pitch) + 0.01)) / 0.7);
    }

    /// <summary>Rise of level over all bands [frames], dB.</summary>
    public float[] Attack { get; }

    /// <summary>Rise of new pitches [frames], dB.</summary>
    public float[] Pitch { get; }

    /// <summary>Both together [frames], dB.</summary>
    public float[] Combined { get; }

    /// <summary>Level [frames], dB.</summary>
    public List<float> LevelDb { get; }

    /// <summary>Pitch classes [long frame · 12 + class].</summary>
    public List<float> Chroma { get; }

    /// <summary>Onset strength without its trend, over its standard deviation [frames].</summary>
    public float[] Strength { get; }

    /// <summary>Autocorrelation of <see cref="Strength"/> [lags], 1 at lag 0.</summary>
    public double[] Correlation { get; }

    /// <summary>Autocorrelation of what is struck below 140 Hz [lags].</summary>
    public double[] LowCorrelation { get; }

    /// <summary>
    /// The greatest novelty within two frames, without trend: of all, of low, middle and high attacks, of pitches, of low pitches [6][frames].
    /// </summary>
    public float[][] Crests { get; }

    /// <summary>Mean of each of <see cref="Crests"/>, positive [6].</summary>
    public double[] MeanCrests { get; }

    /// <summary>Whether attacks or entering pitches make the novelty, -1…1.</summary>
    public double Percussiveness { get; }

    /// <summary>Onsets, s, ascending.</summary>
    public IReadOnlyList<double> OnsetsSeconds { get; }

    /// <summary>Frames.</summary>
    public int FrameCount => Attack.Length;

    private static float[] Crest(float[] curve) => NoveltyCurves.Crests(NoveltyCurves.Smoothed(curve, 1), CrestReach);

    private static double Mean(ReadOnlySpan<float> values) => values.IsEmpty ? 0 : TensorPrimitives.Sum(values) / values.Length;

    private static float[] Normalised(float[] curve)
    {
        double mean = Mean(curve);
        double power = curve.Length == 0 ? 0 : TensorPrimitives.SumOfSquares<float>(curve) / curve.Length;
        var result = new float[curve.Length];
        TensorPrimitives.Divide(curve, (float)Math.Sqrt(Math.Max(1e-9, power - (mean * mean))), result);
        return result;
    }

    private static float[] Upsampled(List<float> curve, int count)
    {
        var result = new float[count];
        for (int frame = 0; frame < count; frame++)
        {
            int at = frame / NoveltyRate.FramesPerLongFrame;
            float share = (float)(frame % NoveltyRate.FramesPerLongFrame) / NoveltyRate.FramesPerLongFrame;
            float left = at < curve.Count ? curve[at] : 0;
            float right = at + 1 < curve.Count ? curve[at + 1] : left;
            result[frame] = left + (share * (right - left));
        }

        return result;
    }
}
