using System.Text.Json;

namespace GrooveGuru.ModelBuild.TensorFlow;

/// <summary>A graph model of TensorFlow.js: <c>model.json</c> and the files of weights beside it.</summary>
/// <param name="Nodes">The nodes in the file's order.</param>
/// <param name="Weights">The values of the constant nodes, by their names.</param>
/// <param name="OutputDimensions">The shapes of the nodes that the model's signature names as outputs; -1 for any size.</param>
internal sealed record TfGraph(
    IReadOnlyList<TfNode> Nodes, IReadOnlyDictionary<string, TfWeight> Weights, IReadOnlyDictionary<string, long[]> OutputDimensions)
{
    private const int ElementBytes = 4;

    /// <summary>Reads a model.</summary>
    /// <param name="path">The path of <c>model.json</c>.</param>
    /// <exception cref="InvalidDataException">It is no graph model, or not one of 32-bit floats and integers.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TfGraph Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return new TfGraph(
                [.. root.GetProperty("modelTopology").GetProperty("node").EnumerateArray().Select(Node)],
                ReadWeights(root.GetProperty("weightsManifest"), Path.GetDirectoryName(Path.GetFullPath(path))!),
                root.GetProperty("signature").GetProperty("outputs").EnumerateObject().ToDictionary(
                    output => Source(output.Value.GetProperty("name")), output => Dimensions(output.Value.GetProperty("tensorShape"))));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is no graph model of TensorFlow.js: {error.Message}", error);
        }
    }

    private static TfNode Node(JsonElement node) => new(
        node.GetProperty("name").GetString()!,
        node.GetProperty("op").GetString()!,
        node.TryGetProperty("input", out JsonElement inputs) ? [.. inputs.EnumerateArray().Select(Source)] : [],
        node.TryGetProperty("attr", out JsonElement attributes)
            ? attributes.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => attribute.Value.Clone())
            : []);

    /// <summary>A shape as the file writes it; -1 for any size.</summary>
    public static long[] Dimensions(JsonElement shape) =>
        [.. shape.GetProperty("dim").EnumerateArray().Select(dimension => TfNode.Whole(dimension.GetProperty("size")))];

    // "name:0" is the first output of a node, as "name" is; there are no others here.
    private static string Source(JsonElement input)
    {
        string name = input.GetString()!;
        return name.EndsWith(":0", StringComparison.Ordinal) ? name[..^2]
            : name.StartsWith('^') || name.Contains(':', StringComparison.Ordinal)
                ? throw new InvalidDataException($"the input {name} is of a kind that is not read here")
                : name;
    }

    private static Dictionary<string, TfWeight> ReadWeights(JsonElement manifest, string folder)
    {
        Dictionary<string, TfWeight> weights = new(StringComparer.Ordinal);
        foreach (JsonElement group in manifest.EnumerateArray())
        {
            using MemoryStream bytes = new();
            foreach (JsonElement file in group.GetProperty("paths").EnumerateArray())
            {
                bytes.Write(File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(file.GetString()!))));
            }

            ReadOnlySpan<byte> rest = bytes.ToArray();
            foreach (JsonElement weight in group.GetProperty("weights").EnumerateArray())
            {
                string name = weight.GetProperty("name").GetString()!;
                string type = weight.GetProperty("dtype").GetString()!;
                if (weight.TryGetProperty("quantization", out _) || type is not ("float32" or "int32"))
                {
                    throw new InvalidDataException($"the weight {name} is of a type that is not read here ({type})");
                }

                long[] dimensions = [.. weight.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
                int count = checked((int)dimensions.Aggregate(1L, (product, size) => checked(product * size)) * ElementBytes);
                if (count > rest.Length)
                {
                    throw new InvalidDataException($"the files of weights end before the weight {name}");
                }

                weights[name] = new TfWeight(dimensions, type == "int32", rest[..count].ToArray());
                rest = rest[count..];
            }

            if (rest.Length > 0)
            {
                throw new InvalidDataException($"the files of weights hold {rest.Length} bytes more than the model names");
            }
        }

        return weights;
    }
}
