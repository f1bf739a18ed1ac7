namespace GrooveGuru.Bridge.Inference;

/// <summary>Types of a tensor's elements, with ONNX's numbers.</summary>
internal enum TensorElement
{
    Float = 1,
    Int32 = 6,
    Int64 = 7,
    Bool = 9,
    Float16 = 10,
}
