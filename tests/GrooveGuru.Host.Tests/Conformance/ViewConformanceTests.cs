using GrooveGuru.Host.Tests.Editor;
using GrooveGuru.Plugin.Tests.Editor.Windowing;
using Xunit.Abstractions;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The checks of the view, on a display without a screen: of the built bundle, of a good plugin and of faulty ones.</summary>
public sealed class ViewConformanceTests : IClassFixture<VirtualDisplay>
{
    private readonly ITestOutputHelper _output;

    public ViewConformanceTests(VirtualDisplay display, ITestOutputHelper output)
    {
        _output = output;
        VirtualDisplay.Use(display.Name);
    }

    public static TheoryData<string> Checks => [.. ConformanceCatalogue.ViewNames];

    public static TheoryData<string, string> Faults => PlantedFaultTests.FaultsOf(ConformanceCatalogue.ViewNames);

    [EditorTheory]
    [MemberData(nameof(Checks))]
    public void Bundle_InEachCheck_DoesAsDemanded(string check)
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);

        Verdict verdict = ConformanceCatalogue.Run(check, module);

        _output.WriteLine($"{verdict.DemandCount} demands");
        Assert.Empty(verdict.Failures);
        Assert.True(verdict.DemandCount > 0);
    }

    [EditorTheory]
    [MemberData(nameof(Checks))]
    public void Plugin_WithoutAFault_PassesEachCheck(string check)
    {
        using Vst3Module module = FaultyPlugin.Load(0);

        Assert.Empty(ConformanceCatalogue.Run(check, module).Failures);
    }

    [EditorTheory]
    [MemberData(nameof(Faults))]
    public void Plugin_WithAPlantedFault_IsFound(string fault, string check) => PlantedFaultTests.AssertFound(fault, check);
}
