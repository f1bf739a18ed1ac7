using GrooveGuru.Architecture.Tests.Metadata;
using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.Layers;

public sealed class PluginRuleTests
{
    /// <summary>What is linked into the plugin runs in the host's process.</summary>
    [Theory]
    [InlineData("Plugin")]
    [InlineData("Contracts")]
    public void HostState_OfLinkedAssembly_StaysUntouched(string assembly) =>
        Finding.AssertNone(PluginRule.HostStateStaysUntouched(CompiledAssembly.Ours[assembly]));

    [Fact]
    public void Plugin_Compiled_UsesOnlyRealtimePartOfCore() =>
        Finding.AssertNone(PluginRule.OnlyRealtimePartOfCore(CompiledAssembly.Ours["Plugin"]));

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"bridge\")")]
    [InlineData("new System.Diagnostics.ProcessStartInfo()")]
    [InlineData("System.Console.Out")]
    [InlineData("System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, _ => { })")]
    public void HostState_PlantedType_IsFound(string expression) => Assert.NotEmpty(PluginRule.HostStateStaysUntouched(
        PlantedCode.Compile($"class Planted {{ object Use() => {expression}; }}")));

    [Theory]
    [InlineData("System.Environment.Exit(1)")]
    [InlineData("System.Environment.FailFast(string.Empty)")]
    [InlineData("System.Environment.SetEnvironmentVariable(\"A\", \"B\")")]
    [InlineData("System.IO.Directory.SetCurrentDirectory(\"/\")")]
    public void HostState_PlantedCall_IsFound(string expression) => Assert.Single(PluginRule.HostStateStaysUntouched(
        PlantedCode.Compile($"class Planted {{ void Use() => {expression}; }}")));

    [Theory]
    [InlineData("Planted", "new GrooveGuru.Core.Audio.AudioBuffer(1, 1, 1)", 1)]
    [InlineData("Planted", "new GrooveGuru.Core.Dsp.Resampler(1, 2)", 1)]
    [InlineData("GrooveGuru.Plugin.Listening", "new GrooveGuru.Core.Audio.AudioBuffer(1, 1, 1)", 1)]
    [InlineData("GrooveGuru.Plugin.Listening", "new GrooveGuru.Core.Dsp.Resampler(1, 2)", 0)]
    public void RealtimePart_PlantedUse_IsFoundButForListening(string room, string expression, int findings) => Assert.Equal(
        findings,
        PluginRule.OnlyRealtimePartOfCore(PlantedCode.Compile($"namespace {room}; class Planted {{ object Use() => {expression}; }}")).Count());
}
