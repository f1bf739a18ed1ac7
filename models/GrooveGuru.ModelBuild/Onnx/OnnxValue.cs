namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>An input or output of the model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Dimensions">Its shape; null for a dimension that may have any size.</param>
internal sealed record OnnxValue(string Name, OnnxElement Element, IReadOnlyList<long?> Dimensions);
