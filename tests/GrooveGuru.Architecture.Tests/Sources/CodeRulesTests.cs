using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.Sources;

public sealed class CodeRulesTests
{
    [Fact]
    public void Finished_OurSources_Holds() => Finding.AssertNone(Repository.CSharpFiles.SelectMany(CodeRules.Finished));

    [Fact]
    public void NoEmptyCatch_OurSources_Holds() => Finding.AssertNone(Repository.CSharpFiles.SelectMany(CodeRules.NoEmptyCatch));

    [Fact]
    public void TestNames_OurTests_Holds() => Finding.AssertNone(Repository.CSharpFiles.SelectMany(CodeRules.TestNames));

    [Fact]
    public void AudioThreadTags_OurSources_AreMarked() => Finding.AssertNone(Repository.CSharpFiles.SelectMany(CodeRules.AudioThreadTags));

    [Theory]
    [InlineData("class A {\n // [audio-thread]\n void Process() { } }")]
    [InlineData("class A { /// <summary>One block. [audio-thread or main-thread]</summary>\n [UnmanagedCallersOnly] void Process() { } }")]
    public void AudioThreadTags_PlantedMethod_IsFound(string text) =>
        Assert.Single(CodeRules.AudioThreadTags(PlantedCode.File("A.cs", text)));

    [Theory]
    [InlineData("class A {\n // [audio-thread]\n [RealtimeSafe] void Process() { } }")]
    [InlineData("[RealtimeSafe] class A {\n // [audio-thread]\n void Process() { } }")]
    [InlineData("class A {\n // [main-thread]\n void Prepare() { } }")]
    public void AudioThreadTags_RightMethod_Passes(string text) => Assert.Empty(CodeRules.AudioThreadTags(PlantedCode.File("A.cs", text)));

    [Theory]
    [InlineData("class A { /* TODO: later */ }")]
    [InlineData("// FIXME\nclass A;")]
    [InlineData("/// <summary>HACK.</summary>\nclass A;")]
    [InlineData("class A { int B() => throw new NotImplementedException(); }")]
    [InlineData("class A { int B() => throw new System.NotImplementedException(\"soon\"); }")]
    public void Finished_PlantedPromise_IsFound(string text) => Assert.NotEmpty(CodeRules.Finished(PlantedCode.File("A.cs", text)));

    [Fact]
    public void Finished_WordInAString_Passes() =>
        Assert.Empty(CodeRules.Finished(PlantedCode.File("A.cs", "class A { string B => \"TODO\"; string C => nameof(NotImplementedException); }")));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (System.Exception) { /* never mind */ }")]
    [InlineData("try { } catch (IOException) { }")]
    public void NoEmptyCatch_PlantedCatch_IsFound(string statement) =>
        Assert.Single(CodeRules.NoEmptyCatch(PlantedCode.File("A.cs", $"class A {{ void B() {{ {statement} }} }}")));

    [Theory]
    [InlineData("catch (OperationCanceledException) { /* the normal end */ }")]
    [InlineData("catch (Exception error) when (error is IOException) { /* the next bridge takes it away */ }")]
    public void NoEmptyCatch_ExpectedExceptionWithReason_Passes(string clause) =>
        Assert.Empty(CodeRules.NoEmptyCatch(PlantedCode.File("A.cs", $"class A {{ void B() {{ try {{ }} {clause} }} }}")));

    [Theory]
    [InlineData("class TempoShould { [Fact] public void Tempo_OfSilence_IsZero() { } }")]
    [InlineData("class TempoTests { [Theory] public void Works() { } }")]
    [InlineData("class TempoTests { [SharedFact] public void TempoIsZero() { } }")]
    public void TestNames_PlantedTest_IsFound(string text) => Assert.Single(CodeRules.TestNames(PlantedCode.File("A.cs", text)));
}
