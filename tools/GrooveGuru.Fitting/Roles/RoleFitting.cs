using System.Globalization;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Fitting.Roles;

/// <summary>Fits <see cref="RoleModel"/>.</summary>
internal static class RoleFitting
{
    /// <summary>The verb: cross-validates if asked to, fits on what is not held, tries the fit on what is, writes the weights.</summary>
    public static void Run(FittingOptions options)
    {
        IReadOnlyList<RoleExample> examples = RoleExamples.Read(options.TruthFiles);
        RoleExample[] learnt = [.. examples.Where(example => !example.IsHeld)], held = [.. examples.Where(example => example.IsHeld)];
        if (options.Folds > 0)
        {
            var foldOf = learnt.Select(example => example.Group).Distinct().Order(StringComparer.Ordinal)
                .Select((group, index) => (group, index)).ToDictionary(pair => pair.group, pair => pair.index % options.Folds);
            List<(RoleExample Example, double[] Rates)> crossed = [];
            for (int fold = 0; fold < options.Folds; fold++)
            {
                RoleFit part = RoleFit.Of([.. learnt.Where(example => foldOf[example.Group] != fold)]);
                crossed.AddRange(learnt.Where(example => foldOf[example.Group] == fold).Select(example => (example, part.Rate(example))));
            }

            Print($"Cross-validation in {options.Folds} parts by song", crossed);
        }

        RoleFit fit = RoleFit.Of(learnt);
        Print("Held", [.. held.Select(example => (example, fit.Rate(example)))]);
        WeightsText.Write(Text(fit, learnt), options.OutFile);
    }

    private static void Print(string title, IReadOnlyList<(RoleExample Example, double[] Rates)> tried)
    {
        foreach (var cut in tried.GroupBy(pair => pair.Example.Cut))
        {
            Summary(cut, _ => null).Print($"{title}, {cut.Key}, by sound alone", withConfusion: cut.Key == RoleExamples.Whole);
        }

        foreach (var kind in tried.Where(pair => pair.Example.Cut == RoleExamples.Whole).GroupBy(pair => pair.Example.Kind))
        {
            Summary(kind, _ => null).Print($"{title}, {kind.Key}, by sound alone", withConfusion: false);
            Summary(kind, example => RoleName.Read(example.Name)).Print($"{title}, {kind.Key}, with the names of the files", withConfusion: false);
        }
    }

    private static RoleSummary Summary(IEnumerable<(RoleExample Example, double[] Rates)> tried, Func<RoleExample, RoleName?> name)
    {
        RoleSummary summary = new();
        foreach ((RoleExample example, double[] rates) in tried)
        {
            summary.Add(example.Role, RoleEstimator.Decide(rates, name(example)));
        }

        return summary;
    }

    private static string Text(RoleFit fit, IReadOnlyList<RoleExample> learnt)
    {
        string counts = string.Join(
            ", ", learnt.Where(example => example.Cut == RoleExamples.Whole).GroupBy(example => example.Role).OrderBy(role => role.Key)
                .Select(role => $"{role.Count()} {(role.Key == TrackRole.Unknown ? "of none" : role.Key)}"));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            namespace GrooveGuru.Core.Semantics.Roles;

            /// <content>Written by the verb "roles" of tools/GrooveGuru.Fitting, whose README says what the clips are: {{counts}}.</content>
            internal static partial class RoleModel
            {
                // Mean and deviation of each sign.
                private static readonly double[] Means =
                [
            {{Lines(fit.Means, "0.###")}}    ];

                private static readonly double[] Deviations =
                [
            {{Lines(fit.Deviations, "0.####")}}    ];

                // [outcomes · inputs]
                private static readonly double[] Weights =
                [
            {{Lines(fit.Weights, "0.###")}}    ];
            }

            """);
    }

    private static string Lines(IEnumerable<double> numbers, string format) => string.Concat(numbers.Chunk(16).Select(line =>
        $"        {string.Join(", ", line.Select(number => number.ToString(format, CultureInfo.InvariantCulture)))},\n"));
}
