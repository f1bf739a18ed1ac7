using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Inference;

public sealed class InferenceSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_NoFile_SaysSo()
        => Assert.Contains("not there", Refusal(Path.Combine(_folder.Root, "none.onnx"), BasicPitchModel.Contract).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(500_000)]
    public void Load_CutOffFile_IsRefused(int bytes)
    {
        string path = Write(File.ReadAllBytes(BuiltModel.Path)[..bytes]);
        ModelUnavailableException refusal = Refusal(path, BasicPitchModel.Contract);
        Assert.Equal(path, refusal.Model);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Load_OtherBytes_AreRefused() => Refusal(Write([.. "RIFF....WAVEfmt "u8]), BasicPitchModel.Contract);

    [Fact]
    public void Load_ModelOfAnotherKind_NamesTheDifference()
    {
        ModelContract other = BasicPitchModel.Contract with { Inputs = [new TensorShape("mix", TensorElement.Float, [1, 2, 343980])] };
        Assert.Contains("it has no input mix Float [1, 2, 343980]", Refusal(BuiltModel.Path, other).Message, StringComparison.Ordinal);
        ModelContract wider = BasicPitchModel.Contract with { Outputs = [new TensorShape("note", TensorElement.Float, [-1, 172, 89])] };
        Assert.Contains("it has no output note Float [any, 172, 89]", Refusal(BuiltModel.Path, wider).Message, StringComparison.Ordinal);
        ModelContract less = BasicPitchModel.Contract with { Inputs = [] };
        Assert.Contains("it has an input more: audio", Refusal(BuiltModel.Path, less).Message, StringComparison.Ordinal);
    }

    // A damaged model is refused or runs; it never takes the process with it. 40 here; thousands were tried by hand.
    [Fact]
    public void Load_DamagedFiles_AreRefusedOrRun()
    {
        byte[] whole = File.ReadAllBytes(BuiltModel.Path);
        int refused = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            byte[] damaged = [.. whole];
            for (int change = 0; change < 1 + (seed * 5); change++)
            {
                damaged[random.Next(seed % 2 == 0 ? 160_000 : damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                using InferenceSession session = InferenceSession.Load(OnnxRuntime.Shared, Write(damaged), BasicPitchModel.Contract, InferenceSettings.Default);
                using InferenceRun run = new(session);
                run.Execute(CancellationToken.None);
            }
            catch (GrooveGuruException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 40);
    }

    [Fact]
    public void Load_DirectMl_RunsItOrSaysWhyTheProcessorDoes()
    {
        using InferenceSession session = InferenceSession.Load(
            OnnxRuntime.Shared, BuiltModel.Path, BasicPitchModel.Contract, new InferenceSettings(InferenceDevice.DirectMl, 1));
        Assert.Equal(session.Device == InferenceDevice.DirectMl, session.WhyNotWished is null);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(InferenceDevice.Cpu, session.Device);
            Assert.Contains("DirectML", session.WhyNotWished, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Library_OfAnotherKind_IsRefused()
    {
        Assert.Contains("is not there", Assert.Throws<ModelUnavailableException>(() => OnnxRuntime.Load("/nowhere/libonnxruntime.so.1")).Message, StringComparison.Ordinal);
        string text = Write([.. "no library"u8]);
        Assert.Contains("cannot be loaded", Assert.Throws<ModelUnavailableException>(() => OnnxRuntime.Load(text)).Message, StringComparison.Ordinal);
    }

    private static ModelUnavailableException Refusal(string path, ModelContract contract)
        => Assert.Throws<ModelUnavailableException>(() => InferenceSession.Load(OnnxRuntime.Shared, path, contract, InferenceSettings.Default));

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder.Root, "model.onnx");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
