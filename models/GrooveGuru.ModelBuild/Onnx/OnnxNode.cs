namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>One step of the computation.</summary>
/// <param name="Operator">The operator's name in ONNX.</param>
/// <param name="Inputs">Names of values; an empty name is an input that is left out.</param>
/// <param name="Output">The name of the value that it makes.</param>
/// <param name="Attributes">Its settings.</param>
internal sealed record OnnxNode(string Operator, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<OnnxAttribute> Attributes);
