using System.Text.Json;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Tests;
using GrooveGuru.ModelBuild.Conversion;
using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.Bridge.Tests.ModelBuild;

/// <summary>A small graph of TensorFlow that is converted and run by ONNX Runtime.</summary>
internal static class SmallGraph
{
    /// <summary>A node.</summary>
    /// <param name="name">Its name; the graph's result is "out", its input "in".</param>
    /// <param name="operation">Its operator.</param>
    /// <param name="inputs">The nodes that it takes values from.</param>
    /// <param name="attributes">Its settings, JSON.</param>
    public static TfNode Node(string name, string operation, string[] inputs, string attributes)
        => new(name, operation, inputs, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(attributes)!);

    /// <summary>A constant of 32-bit integers.</summary>
    public static TfWeight Whole(int[] values, params long[] dimensions)
        => new(dimensions.Length > 0 ? dimensions : [values.Length], true, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>A constant of 32-bit floats.</summary>
    public static TfWeight Floats(float[] values, params long[] dimensions)
        => new(dimensions.Length > 0 ? dimensions : [values.Length], false, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>Converts and runs.</summary>
    /// <param name="folder">Where the model is written.</param>
    /// <param name="input">The input's elements.</param>
    /// <param name="shape">The input's shape.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="count">Elements of the result.</param>
    /// <param name="constants">The constants.</param>
    /// <returns>The result's elements.</returns>
    public static (float[] Result, OnnxModel Model) Run(
        TemporaryFolder folder, float[] input, int[] shape, TfNode[] nodes, int count, params (string Name, TfWeight Value)[] constants)
    {
        string sizes = string.Join(',', shape.Select(size => $"{{\"size\":\"{size}\"}}"));
        TfNode placeholder = Node("in", "Placeholder", [], $"{{\"shape\":{{\"shape\":{{\"dim\":[{sizes}]}}}}}}");
        TfGraph graph = new(
            [.. nodes, placeholder, .. constants.Select(constant => Node(constant.Name, "Const", [], "{}"))],
            constants.ToDictionary(constant => constant.Name, constant => constant.Value),
            new Dictionary<string, long[]> { ["out"] = [-1] });
        OnnxModel model = TfToOnnx.Convert(graph, new Dictionary<string, string> { ["out"] = "result" });
        OnnxValue flat = new("flat", OnnxElement.Float, [null]);
        model.Add("Reshape", ["result", model.AddVector("any", [-1])], "flat");
        model.Outputs.Clear();
        model.Outputs.Add(flat);
        string path = folder.File("small.onnx");
        File.WriteAllBytes(path, OnnxWriter.Write(model));

        ModelContract contract = new(
            "small",
            [new TensorShape("in", TensorElement.Float, [.. shape])],
            [new TensorShape("flat", TensorElement.Float, [count])]);
        using InferenceSession session = InferenceSession.Load(OnnxRuntime.Shared, path, contract, InferenceSettings.Default);
        using InferenceRun run = new(session);
        input.CopyTo(run.Data("in"), 0);
        run.Execute(CancellationToken.None);
        return (run.Data("flat"), model);
    }
}
