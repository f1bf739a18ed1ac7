using System.Diagnostics;
using System.Globalization;

namespace GrooveGuru.Core.Tests.Dsp;

public class VectorKernelTests
{
    [Fact]
    public void TapSums_AnyLength_AreThoseOfPlainArithmetic() => VectorKernelChecks.TapSums();

    [Fact]
    public void SampleMoments_AnyLength_AreThoseOfPlainArithmetic() => VectorKernelChecks.Moments();

    [Fact]
    public void ExtremeMeans_AnyLength_AreThoseOfTheSortedValues() => VectorKernelChecks.Extremes();

    [Fact]
    public void RunningMedian31_AnyValues_AreThoseOfTheSortedWindow() => VectorKernelChecks.Medians();

    [Fact]
    public void TwoSectionEnergy_AnyLength_IsThatOfTheSectionsInSeries() => VectorKernelChecks.Sections();

    [Theory]
    [InlineData(VectorWidth.UpTo256, "DOTNET_EnableAVX512=0")]
    [InlineData(VectorWidth.UpTo128, "DOTNET_EnableAVX2=0")]
    [InlineData(VectorWidth.None, "DOTNET_EnableHWIntrinsic=0")]
    public async Task Kernels_NarrowerVectors_GiveTheSame(VectorWidth width, string setting)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path).StartsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", typeof(VectorKernelTests).Assembly.Location, VectorKernelChecks.Verb, width.ToString() },
        };
        string[] variable = setting.Split('=');
        start.Environment[variable[0]] = variable[1];
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string[] lines = (await child.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await child.WaitForExitAsync();

        Assert.True(child.ExitCode == 0, await errors);
        (string Id, double Value)[] expected = [.. VectorKernelChecks.Groove()];
        Assert.Equal(expected.Length, lines.Length);
        foreach ((string line, (string id, double value)) in lines.Zip(expected))
        {
            string[] parts = line.Split(' ');
            Assert.Equal(id, parts[0]);
            Assert.Equal(value, double.Parse(parts[1], CultureInfo.InvariantCulture), 1e-3 + (1e-3 * Math.Abs(value)));
        }
    }
}
