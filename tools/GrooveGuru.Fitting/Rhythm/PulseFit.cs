using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>A fit of the model of the pulse: greatest likelihood with a ridge, by <see cref="Adam"/> over all pieces at once.</summary>
internal sealed class PulseFit
{
    /// <summary>Penalty on the squares of the weights.</summary>
    public const double Ridge = 3;

    private const int Units = 24;
    private const int Seed = 1;
    private const int Steps = 900;
    private const double StepSize = 0.03;

    // There are few of them, and a tempo told of speech is worse than a wrong one of music.
    private const double PulselessWeight = 2;

    // A fixed number, so that sums are added up in the same order on every machine.
    private const int Threads = 2;

    private PulseFit(IReadOnlyList<PulseExample> examples, PulseNetwork network, FeatureScale scale)
    {
        PieceCount = examples.Count(example => example.HasPulse);
        PulselessCount = examples.Count - PieceCount;
        Linear = scale.Unscaled(network.Linear);
        Outputs = [.. Enumerable.Range(0, Units).Select(network.Output)];
        Hidden = [.. Enumerable.Range(0, Units).SelectMany(unit => scale.Unscaled(network.Hidden(unit)))];
    }

    /// <summary>Pieces learnt from.</summary>
    public int PieceCount { get; }

    /// <summary>Sounds without a pulse learnt from.</summary>
    public int PulselessCount { get; }

    /// <summary>Weights [<see cref="PulseFeatures.Count"/>].</summary>
    public float[] Linear { get; }

    /// <summary>Weights of the hidden units' answers [units].</summary>
    public float[] Outputs { get; }

    /// <summary>Weights of the hidden units [units · <see cref="PulseFeatures.Count"/>].</summary>
    public float[] Hidden { get; }

    /// <summary>Learns.</summary>
    public static PulseFit On(IReadOnlyList<RhythmExample> rhythms)
    {
        List<RhythmExample> useful = [.. rhythms.Where(rhythm => rhythm.IsUseful)];
        var scale = new FeatureScale([.. useful.SelectMany(rhythm => rhythm.Hypotheses).Select(hypothesis => hypothesis.Features)]);
        List<PulseExample> examples =
        [
            .. useful.Select(rhythm => new PulseExample(
                [.. rhythm.Hypotheses.Select(hypothesis => scale.Scaled(hypothesis.Features))], rhythm.IsRight, rhythm.HasPulse)),
        ];
        var network = new PulseNetwork(PulseFeatures.Count, Units, Seed);
        var adam = new Adam(network.Weights.Length, StepSize);
        for (int step = 0; step < Steps; step++)
        {
            double share = step < Steps / 2 ? 1 : 2.0 * (Steps - step) / Steps;
            adam.Step(network.Weights, Gradient(network, examples), share);
        }

        return new PulseFit(examples, network, scale);
    }

    /// <summary>What <see cref="PulseModel"/> would answer with these weights.</summary>
    public (double[] OfEach, double OfNone) Probabilities(IReadOnlyList<PulseHypothesis> hypotheses) =>
        PulseModel.Probabilities(hypotheses, Linear, Outputs, Hidden);

    private static double[] Gradient(PulseNetwork network, List<PulseExample> examples)
    {
        var parts = new float[Threads][];
        Parallel.For(0, Threads, thread =>
        {
            parts[thread] = new float[network.Weights.Length];
            for (int i = thread; i < examples.Count; i += Threads)
            {
                network.AddGradient(examples[i], examples[i].HasPulse ? 1 : PulselessWeight, parts[thread]);
            }
        });

        // The bias, which is the first weight, is free.
        return
        [
            .. network.Weights.Select((weight, i) => parts.Sum(part => (double)part[i]) + (i == 0 ? 0 : Ridge * weight)),
        ];
    }
}
