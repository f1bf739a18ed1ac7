namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>Element types of tensors, with the numbers that ONNX gives them.</summary>
internal enum OnnxElement
{
    Float = 1,
    Int64 = 7,
    Bool = 9,
}
