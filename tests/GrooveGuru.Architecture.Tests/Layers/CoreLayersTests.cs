using GrooveGuru.Architecture.Tests.Metadata;
using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.Layers;

public sealed class CoreLayersTests
{
    private static readonly LayerRule Rule = new(CoreLayers.Root, CoreLayers.Allowed);

    [Fact]
    public void Table_Itself_HasNoCircle() => Finding.AssertNone(Rule.Circles());

    [Fact]
    public void Core_Compiled_KeepsToItsLayers() => Finding.AssertNone(Rule.Check(CompiledAssembly.Ours["Core"]));

    [Fact]
    public void Circles_PlantedCircle_IsFound()
    {
        LayerRule rule = new("X", new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["A"], ["C"] = [] });
        Assert.Equal(["A", "B"], rule.Circles().Select(finding => finding.Where));
    }

    [Theory]
    [InlineData("public Advice.Plan? Field;")]
    [InlineData("public System.Collections.Generic.List<Advice.Plan>? Field;")]
    [InlineData("public static object Body() => new Advice.Plan();")]
    [InlineData("public static string Body() => typeof(Advice.Plan).Name;")]
    [InlineData("public static void Body() => Advice.Plan.Run();")]
    [InlineData("public static void Body<T>() where T : Advice.Plan { }")]
    [InlineData("public sealed class Inner : Advice.Plan { }")]
    public void Check_PlantedUpwardMention_IsFound(string member)
    {
        CompiledAssembly planted = PlantedCode.Compile($$"""
            namespace GrooveGuru.Core.Advice { public class Plan { public static void Run() { } } }
            namespace GrooveGuru.Core.Dsp { public class Filter { {{member}} } }
            """);
        Finding finding = Assert.Single(Rule.Check(planted));
        Assert.Contains("Dsp must not know Advice", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PlantedUnknownFolder_IsFound()
    {
        CompiledAssembly planted = PlantedCode.Compile("namespace GrooveGuru.Core.Odds.Ends { public class Thing; }");
        Assert.Contains("Odds", Assert.Single(Rule.Check(planted)).What, StringComparison.Ordinal);
    }
}
