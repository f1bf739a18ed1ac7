using System.Reflection;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Every check of the suite, by its name.</summary>
internal static class ConformanceCatalogue
{
    private static readonly Type[] Families =
    [
        typeof(FactoryChecks), typeof(InterfaceChecks), typeof(ParameterChecks), typeof(BusChecks), typeof(ProcessChecks), typeof(StateChecks),
        typeof(LifeChecks),
    ];

    // They need a display.
    private static readonly Type[] ViewFamilies = [typeof(ViewChecks), typeof(ViewSizeChecks)];

    /// <summary>Names as "Family.Check", of what needs no display.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesOf(Families);

    /// <summary>Names of the checks that open windows.</summary>
    public static IReadOnlyList<string> ViewNames { get; } = NamesOf(ViewFamilies);

    /// <summary>Runs one check on a module; a plugin that refuses what every host needs has failed it.</summary>
    public static Verdict Run(string name, Vst3Module module)
    {
        string[] parts = name.Split('.');
        Type family = Families.Concat(ViewFamilies).Single(candidate => candidate.Name == parts[0]);
        var check = family.GetMethod(parts[1])!.CreateDelegate<Action<Vst3Module, Verdict>>();
        Verdict verdict = new();
        try
        {
            check(module, verdict);
        }
        catch (Vst3HostException error)
        {
            verdict.Demand(false, error.Message);
        }

        return verdict;
    }

    private static string[] NamesOf(Type[] families) => [.. families.SelectMany(family => family
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => $"{family.Name}.{method.Name}"))];
}
