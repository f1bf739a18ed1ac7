using GrooveGuru.Host.Cli;

namespace GrooveGuru.Host.Tests.Cli;

public class HostCommandTests
{
    [Theory]
    [InlineData("bundle", "--input", "a.wav", "--speed", "fast")]
    [InlineData("bundle", "--input", "a.wav", "--speed", "-1")]
    [InlineData("bundle", "--input", "a.wav", "--meter", "3")]
    [InlineData("bundle", "--input", "a.wav", "--block", "0")]
    [InlineData("bundle")]
    public void Run_WrongUsage_Returns2(params string[] arguments) => Assert.Equal(2, HostCommand.Run(arguments));

    [Fact]
    public void Run_MissingBundle_Returns1() => Assert.Equal(1, HostCommand.Run(["nowhere.vst3", "--input", "nothing.wav"]));
}
