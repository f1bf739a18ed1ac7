namespace GrooveGuru.Core.Tests.Synthesis;

/// <summary>How strong one frequency is in a signal.</summary>
internal static class Partial
{
    /// <summary>Amplitude of one frequency under a Hann window, linear.</summary>
    public static double Magnitude(ReadOnlySpan<float> audio, double frequencyHz, double sampleRateHz)
    {
        double real = 0;
        double imaginary = 0;
        for (int frame = 0; frame < audio.Length; frame++)
        {
            double weighted = audio[frame] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * frame / audio.Length)));
            (double sin, double cos) = Math.SinCos(2 * Math.PI * frequencyHz * frame / sampleRateHz);
            real += weighted * cos;
            imaginary += weighted * sin;
        }

        return 4 * Math.Sqrt((real * real) + (imaginary * imaginary)) / audio.Length;
    }
}
