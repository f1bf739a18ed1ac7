using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Fits a whole <see cref="FaultModel"/>: linear discriminants and a few networks, whose log odds it averages.</summary>
internal static class FaultFit
{
    private const int Networks = 3;
    private const float LinearShare = 0.3f;

    /// <summary>Fits.</summary>
    /// <param name="rows">What to learn from.</param>
    public static FaultModel On(IReadOnlyList<FaultRow> rows)
    {
        int classes = FaultModel.Cases.Count + 1;
        var scale = SignScale.Of(rows);
        float[][] standard = scale.Apply(rows);
        float[][] linear = LinearDiscriminant.Fit(standard, rows, classes);
        FaultNetwork[] networks =
            [.. Enumerable.Range(1, Networks).Select(seed => new FaultNetwork(scale.Mean.Length, classes).Fit(standard, rows, seed))];
        float share = (1 - LinearShare) / Networks;
        float[][] hidden = [.. networks.SelectMany(network => Enumerable.Range(0, FaultNetwork.Units).Select(network.Hidden))];
        float[][] outputs = [.. Enumerable.Range(0, classes).Select(at =>
        {
            float[][] own = [.. networks.Select(network => network.Output(at))];
            return own.SelectMany(weights => weights.SkipLast(1).Select(weight => share * weight))
                .Concat(linear[at].SkipLast(1).Select(weight => LinearShare * weight))
                .Append((LinearShare * linear[at][^1]) + own.Sum(weights => share * weights[^1]))
                .ToArray();
        })];
        return new FaultModel(scale.Mean, scale.PerDeviation, hidden, outputs, slope: 1, shift: new float[classes]);
    }
}
