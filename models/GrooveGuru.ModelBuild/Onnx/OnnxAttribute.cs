namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>A setting of a node: one of a whole number, whole numbers or text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A <see cref="long"/>, a list of them, or a <see cref="string"/>.</param>
internal sealed record OnnxAttribute(string Name, object Value);
