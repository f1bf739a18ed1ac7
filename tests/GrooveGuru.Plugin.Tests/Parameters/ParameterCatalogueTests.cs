using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Parameters;

public class ParameterCatalogueTests
{
    public static TheoryData<uint> Ids => [.. Enumerable.Range(0, ParameterCatalogue.Count).Select(index => (uint)index)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Parameter_ForEveryHost_IsWellFormed(uint id)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(id)!;

        Assert.Equal(id, definition.Id);
        Assert.Same(definition, ParameterCatalogue.At((int)id));
        Assert.NotEmpty(definition.Title);
        Assert.InRange(ParameterCatalogue.DefaultNormalized((int)id), 0, 1);
        Assert.False(definition.Flags.HasFlag(ParameterFlags.CanAutomate) && definition.Flags.HasFlag(ParameterFlags.ReadOnly));
        Assert.Equal(id >= ParameterIds.FirstReadOnly, definition.Flags.HasFlag(ParameterFlags.ReadOnly));
        Assert.Equal(id == ParameterIds.Bypass, definition.Flags.HasFlag(ParameterFlags.Bypass));
        Assert.Equal(ParameterCatalogue.DefaultNormalized((int)id), new ParameterValues().Get(id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Value_ToPlainAndBack_IsTheSame(uint id)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(id)!;
        int steps = definition.StepCount > 0 ? definition.StepCount : 1000;
        for (int step = 0; step <= steps; step++)
        {
            double normalized = (double)step / steps;
            Assert.Equal(normalized, definition.ToNormalized(definition.ToPlain(normalized)), precision: 12);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Value_ToTextAndBack_IsAsNearAsItIsShown(uint id)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(id)!;
        double tolerance = definition.StepCount > 0 ? 1e-9 : 0.0501 / (definition.Maximum - definition.Minimum);
        for (int step = 0; step <= 97; step++)
        {
            double normalized = definition.ToNormalized(definition.ToPlain(step / 97.0));
            string text = definition.ToText(normalized);

            Assert.InRange(definition.FromText(text)!.Value, normalized - tolerance, normalized + tolerance);
            Assert.InRange(definition.FromText($" {text} {definition.Units}")!.Value, normalized - tolerance, normalized + tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Value_OutsideItsRange_IsClamped(uint id)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(id)!;

        Assert.Equal(definition.Minimum, definition.ToPlain(-1));
        Assert.Equal(definition.Maximum, definition.ToPlain(double.PositiveInfinity));
        Assert.Equal(definition.DefaultPlain, definition.ToPlain(double.NaN));
        Assert.Equal(0, definition.ToNormalized(double.NegativeInfinity));
        Assert.Equal(1, definition.ToNormalized(1e9));
        Assert.InRange(definition.ToNormalized(double.NaN), 0, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("loud")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("fourteen LUFS")]
    public void Text_ThatIsNoValue_IsRefused(string text)
        => Assert.Null(ParameterCatalogue.Find(ParameterIds.IntegratedLoudness)!.FromText(text));

    [Theory]
    [InlineData(ParameterIds.IntegratedLoudness, "-14 LUFS", -14)]
    [InlineData(ParameterIds.Tempo, "120.5bpm", 120.5)]
    [InlineData(ParameterIds.Bridge, "Wrong Version", 3)]
    [InlineData(ParameterIds.Bypass, "on", 1)]
    [InlineData(ParameterIds.OpenRecommendations, "5", 5)]
    public void Text_WithUnitOrWord_IsUnderstood(uint id, string text, double plain)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(id)!;

        Assert.Equal(plain, definition.ToPlain(definition.FromText(text)!.Value), precision: 9);
    }
}
