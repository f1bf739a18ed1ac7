namespace GrooveGuru.ModelBuild.TensorFlow;

/// <summary>The value of a constant node.</summary>
/// <param name="Dimensions">Its shape; empty for a scalar.</param>
/// <param name="IsInteger">Whether its elements are 32-bit integers; 32-bit floats else.</param>
/// <param name="Data">The elements in row-major order, little-endian, 4 bytes each.</param>
internal sealed record TfWeight(IReadOnlyList<long> Dimensions, bool IsInteger, byte[] Data)
{
    /// <summary>The elements as whole numbers.</summary>
    /// <exception cref="InvalidDataException">They are floats.</exception>
    public long[] ToNumbers()
    {
        if (!IsInteger)
        {
            throw new InvalidDataException("whole numbers were expected where the weights are floats");
        }

        long[] numbers = new long[Data.Length / sizeof(int)];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = BitConverter.ToInt32(Data, index * sizeof(int));
        }

        return numbers;
    }
}
