using System.Numerics.Tensors;

namespace GrooveGuru.Core.Audio;

/// <summary>What counts as a sample: a finite number of at most <see cref="GreatestMagnitude"/>.</summary>
/// <remarks>
/// NaN, infinities and magnitudes beyond the bound come from broken renders and from bytes that are no samples. Everything that
/// measures or splits audio hears them as silence.
/// </remarks>
public static class FiniteSamples
{
    /// <summary>The greatest magnitude of a sample, linear: 120 dB over full scale. Beyond it squares and their sums soon leave single precision.</summary>
    public const float GreatestMagnitude = 1e6f;

    private const int StretchSamples = 4096;

    /// <summary>Puts silence in place of what is no sample.</summary>
    /// <param name="samples">Samples, linear; changed in place. May be empty.</param>
    /// <returns>How many were replaced.</returns>
    public static int Clean(Span<float> samples)
    {
        int replaced = 0;
        while (!samples.IsEmpty)
        {
            Span<float> stretch = samples[..Math.Min(StretchSamples, samples.Length)];
            // The sum of so few magnitudes stays within the bound unless one is very large or no number; only then look closer.
            if (!(TensorPrimitives.SumOfMagnitudes<float>(stretch) <= GreatestMagnitude))
            {
                replaced += CleanEach(stretch);
            }

            samples = samples[stretch.Length..];
        }

        return replaced;
    }

    /// <summary>Whether a number can be a sample.</summary>
    public static bool IsSample(float value) => MathF.Abs(value) <= GreatestMagnitude;

    /// <summary>A sample as it is; 0 for what is none.</summary>
    public static float OrSilence(float value) => IsSample(value) ? value : 0;

    private static int CleanEach(Span<float> samples)
    {
        int replaced = 0;
        foreach (ref float sample in samples)
        {
            if (!IsSample(sample))
            {
                sample = 0;
                replaced++;
            }
        }

        return replaced;
    }
}
