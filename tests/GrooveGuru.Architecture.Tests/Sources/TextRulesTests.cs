using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.Sources;

public sealed class TextRulesTests
{
    private static readonly SourceFile[] TextFiles = Repository.FilePaths.Where(TextRules.IsText).Select(Repository.Read).ToArray();

    [Fact]
    public void NoMachinePaths_OurFiles_Holds() => Finding.AssertNone(TextFiles.SelectMany(TextRules.NoMachinePaths));

    [Fact]
    public void NoPackageHosts_OurFiles_Holds() => Finding.AssertNone(TextFiles.SelectMany(TextRules.NoPackageHosts));

    [Fact]
    public void NoBinaries_OurFiles_Holds() => Finding.AssertNone(TextRules.NoBinaries(Repository.FilePaths));

    [Theory]
    [InlineData("home")]
    [InlineData("root")]
    [InlineData("work")]
    [InlineData("Users")]
    public void NoMachinePaths_PlantedPath_IsFound(string top) =>
        Assert.Single(TextRules.NoMachinePaths(PlantedCode.File("a.json", $"first line\n\"path\": \"/{top}/somebody/song.wav\"")));

    [Theory]
    [InlineData("nuget.example.org/v3/index.json")]
    [InlineData("example.org/artifactory/api")]
    [InlineData("registry.example.org/left-pad")]
    public void NoPackageHosts_PlantedAddress_IsFound(string rest) =>
        Assert.Single(TextRules.NoPackageHosts(PlantedCode.File("package-lock.json", $"\"from\": \"https:{"//"}{rest}\"")));

    [Fact]
    public void NoBinaries_PlantedLibrary_IsFound() => Assert.Single(TextRules.NoBinaries(["core/native/fft.so", "core/A.cs"]));
}
