using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.Sources;

public sealed class FileRulesTests
{
    [Fact]
    public void OneType_OurSources_Holds() => Finding.AssertNone(Repository.CSharpFiles.SelectMany(FileRules.OneType));

    [Fact]
    public void NamespaceIsFolder_OurSources_Holds() => Finding.AssertNone(
        from project in Repository.FilePaths
        where project.EndsWith(".csproj", StringComparison.Ordinal)
        let folder = Path.GetDirectoryName(project)!.Replace('\\', '/')
        let root = RootNamespace(project)
        from file in Repository.CSharpFiles
        where file.Path.StartsWith($"{folder}/", StringComparison.Ordinal)
        from finding in FileRules.NamespaceIsFolder(file, folder, root)
        select finding);

    [Fact]
    public void Length_OurFiles_Holds() =>
        Finding.AssertNone(Repository.FilePaths.Where(TextRules.IsText).Select(Repository.Read).SelectMany(FileRules.Length));

    [Fact]
    public void Names_OurFiles_Holds() =>
        Finding.AssertNone(Repository.FilePaths.Where(TextRules.IsText).Select(Repository.Read).SelectMany(FileRules.Names));

    [Theory]
    [InlineData("namespace X; public class A { public class Nested; } public class B;")]
    [InlineData("namespace X; public class B;")]
    [InlineData("namespace X; public enum A { } public delegate void B();")]
    [InlineData("namespace X; internal class B;")]
    public void OneType_PlantedFile_IsFound(string text) => Assert.NotEmpty(FileRules.OneType(PlantedCode.File("core/P/A.cs", text)));

    [Theory]
    [InlineData("A.cs", "namespace X; public class A<T>; internal class B;")]
    [InlineData("A.Aspect.cs", "namespace X; public partial class A { public enum Nested { } }")]
    [InlineData("Program.cs", "return 0; internal class Local;")]
    public void OneType_RightFile_Passes(string name, string text) => Assert.Empty(FileRules.OneType(PlantedCode.File($"core/P/{name}", text)));

    [Fact]
    public void NamespaceIsFolder_PlantedNamespace_IsFound() => Assert.Single(
        FileRules.NamespaceIsFolder(PlantedCode.File("core/P/Dsp/A.cs", "namespace P.Audio; public class A;"), "core/P", "P"));

    [Fact]
    public void Length_PlantedLongFile_IsFound() =>
        Assert.Single(FileRules.Length(PlantedCode.File("core/P/A.cs", new string('\n', 301))));

    [Theory]
    [InlineData("core/P/Utils/A.cs", "class A;")]
    [InlineData("core/P/AudioHelper.cs", "class A;")]
    [InlineData("core/P/A.cs", "class A { class SessionManager; }")]
    public void Names_PlantedName_IsFound(string path, string text) => Assert.NotEmpty(FileRules.Names(PlantedCode.File(path, text)));

    private static string RootNamespace(string projectPath)
    {
        string? named = System.Xml.Linq.XDocument.Parse(Repository.Read(projectPath).Text).Descendants("RootNamespace").FirstOrDefault()?.Value;
        return named ?? Path.GetFileNameWithoutExtension(projectPath);
    }
}
