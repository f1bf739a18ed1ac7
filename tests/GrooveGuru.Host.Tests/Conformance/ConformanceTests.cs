using Xunit.Abstractions;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The built bundle, looked at from the side of a host that trusts nobody.</summary>
public class ConformanceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Checks => [.. ConformanceCatalogue.Names];

    [BundleTheory]
    [MemberData(nameof(Checks))]
    public void Bundle_InEachCheck_DoesAsDemanded(string check)
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);

        Verdict verdict = ConformanceCatalogue.Run(check, module);

        output.WriteLine($"{verdict.DemandCount} demands");
        Assert.Empty(verdict.Failures);
        Assert.True(verdict.DemandCount > 0);
    }
}
