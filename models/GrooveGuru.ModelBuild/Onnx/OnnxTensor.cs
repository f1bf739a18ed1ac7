using System.Buffers.Binary;

namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>A tensor that stands in the model.</summary>
/// <param name="Name">The value's name.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Dimensions">Its shape; empty for a scalar.</param>
/// <param name="Data">The elements in row-major order, little-endian.</param>
internal sealed record OnnxTensor(string Name, OnnxElement Element, IReadOnlyList<long> Dimensions, byte[] Data)
{
    /// <summary>A vector of whole numbers.</summary>
    public static OnnxTensor Vector(string name, IReadOnlyList<long> values) => new(name, OnnxElement.Int64, [values.Count], Bytes(values));

    /// <summary>One number.</summary>
    public static OnnxTensor Scalar(string name, float value)
    {
        byte[] data = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(data, value);
        return new OnnxTensor(name, OnnxElement.Float, [], data);
    }

    /// <summary>Whole numbers as they lie in a tensor.</summary>
    public static byte[] Bytes(IReadOnlyList<long> values)
    {
        byte[] data = new byte[values.Count * sizeof(long)];
        for (int index = 0; index < values.Count; index++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(index * sizeof(long)), values[index]);
        }

        return data;
    }
}
