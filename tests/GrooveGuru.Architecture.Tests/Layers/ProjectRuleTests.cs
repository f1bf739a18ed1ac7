using GrooveGuru.Architecture.Tests.Metadata;
using GrooveGuru.Architecture.Tests.Sources;

namespace GrooveGuru.Architecture.Tests.Layers;

public sealed class ProjectRuleTests
{
    private static readonly Dictionary<string, SourceFile> Projects = Repository.FilePaths
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && !path.StartsWith("tests/", StringComparison.Ordinal))
        .Select(Repository.Read)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path));

    [Fact]
    public void ProjectFiles_References_PointOneWay() => Finding.AssertNone(Projects.Values.SelectMany(file => ProjectRule.Check(
        ProjectRule.AssemblyName(file.Path, file.Text),
        ProjectRule.References(file.Text).Select(name => ProjectRule.AssemblyName(Projects[name].Path, Projects[name].Text)))));

    [Fact]
    public void Assemblies_References_PointOneWay() => Finding.AssertNone(CompiledAssembly.Ours.Values
        .SelectMany(assembly => ProjectRule.Check(assembly.Name, assembly.ReferencedAssemblies)));

    [Theory]
    [InlineData("GrooveGuru.Plugin", "grooveguru")]
    [InlineData("grooveguru", "GrooveGuru.Plugin")]
    [InlineData("GrooveGuru.Core", "GrooveGuru.Contracts")]
    [InlineData("GrooveGuru.Contracts", "GrooveGuru.Core")]
    [InlineData("grooveguru-host", "GrooveGuru.Plugin")]
    public void Check_PlantedReference_IsFound(string from, string to) => Assert.Single(ProjectRule.Check(from, [to, "System.Runtime"]));

    [Fact]
    public void Check_PlantedProject_MustBeInTheTable() => Assert.Single(ProjectRule.Check("GrooveGuru.Extra", []));

    [Fact]
    public void References_PlantedProjectFile_AreRead() => Assert.Equal(
        ["GrooveGuru.Bridge"],
        ProjectRule.References("""<Project><ItemGroup><ProjectReference Include="..\..\bridge\GrooveGuru.Bridge\GrooveGuru.Bridge.csproj" /></ItemGroup></Project>"""));
}
