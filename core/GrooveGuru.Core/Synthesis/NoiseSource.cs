namespace GrooveGuru.Core.Synthesis;

/// <summary>White noise and small random offsets that are the same in every run: a SplitMix64 generator.</summary>
/// <remarks>Steele, Lea, Flood 2014, "Fast Splittable Pseudorandom Number Generators". Not for secrets.</remarks>
public sealed class NoiseSource
{
    private ulong _state;

    /// <summary>A generator whose whole output follows from the seed.</summary>
    /// <param name="seed">Any value; equal seeds give equal noise.</param>
    public NoiseSource(ulong seed) => _state = seed;

    /// <summary>The next value, uniform in −1 (included) to 1 (excluded).</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        return ((mixed >> 11) * (2.0 / (1UL << 53))) - 1;
    }
}
