using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>Levels of powers.</summary>
internal static class Decibels
{
    private const float LeastPower = 1e-10f;
    private const float DbPerOctaveOfPower = 3.01029996f;

    /// <summary>Power to dB, not below -100 dB.</summary>
    /// <param name="power">Power [values], 0 or more.</param>
    /// <param name="levelsDb">Level, dB [values]; may be the same memory.</param>
    public static void FromPower(ReadOnlySpan<float> power, Span<float> levelsDb)
    {
        TensorPrimitives.Max(power, LeastPower, levelsDb);
        TensorPrimitives.Log2(levelsDb, levelsDb);
        TensorPrimitives.Multiply(levelsDb, DbPerOctaveOfPower, levelsDb);
    }
}
