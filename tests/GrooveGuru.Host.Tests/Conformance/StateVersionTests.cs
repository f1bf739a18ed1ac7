namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The built bundle and the states of other versions of it.</summary>
public class StateVersionTests
{
    [BundleTheory]
    [InlineData(nameof(StateVersionChecks.State_OfAnOlderVersion_KeepsItsFields))]
    [InlineData(nameof(StateVersionChecks.State_OfANewerVersion_ComesBackByteForByte))]
    public void Bundle_WithAStateOfAnotherVersion_KeepsIt(string check)
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);

        Verdict verdict = Run(check, module);

        Assert.Empty(verdict.Failures);
        Assert.True(verdict.DemandCount > 0);
    }

    [BundleTheory]
    [InlineData(nameof(StateVersionChecks.State_OfAnOlderVersion_KeepsItsFields))]
    [InlineData(nameof(StateVersionChecks.State_OfANewerVersion_ComesBackByteForByte))]
    public void Plugin_ThatSavesOnlyWhatItKnows_IsFound(string check)
    {
        using Vst3Module module = FaultyPlugin.Load(0); // its own states are good, those of Groove Guru mean nothing to it

        Assert.Contains(Run(check, module).Failures, failure => failure.Contains("back as", StringComparison.Ordinal));
    }

    private static Verdict Run(string check, Vst3Module module)
    {
        Verdict verdict = new();
        typeof(StateVersionChecks).GetMethod(check)!.CreateDelegate<Action<Vst3Module, Verdict>>()(module, verdict);
        return verdict;
    }
}
