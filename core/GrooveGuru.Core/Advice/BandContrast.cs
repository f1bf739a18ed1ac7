using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Advice;

/// <summary>How far loud and quiet moments lie apart in each octave: reverb fills the gaps, and the octaves lose contrast.</summary>
internal static class BandContrast
{
    private const double FrameSeconds = 0.05;
    private const double LowestCentreHz = 125;
    private const int OctaveCount = 7;
    private const double LowShare = 0.1;
    private const double HighShare = 0.9;

    // Under the loudest moment of the loudest octave; what is quieter is silence to a listener.
    private const double HeardDb = 60;

    /// <summary>The 90th less the 10th percentile of the levels of 50 ms frames.</summary>
    /// <param name="audio">Planar audio; channels after the second are not read.</param>
    /// <param name="cancellationToken">Ends the work between frames.</param>
    /// <returns>dB, for each octave from 125 Hz to 8 kHz; all 0 for silence and for less than a frame.</returns>
    internal static double[] Measure(AudioBuffer audio, CancellationToken cancellationToken)
    {
        int frameLength = (int)Math.Round(FrameSeconds * audio.SampleRateHz);
        int size = 1;
        while (size < frameLength)
        {
            size *= 2;
        }

        float[] window = SpectralWindows.Hann(frameLength);
        var fft = new RealFft(size);
        float[] frame = new float[size], real = new float[fft.BinCount], imaginary = new float[fft.BinCount];
        int frames = Math.Max(0, ((audio.FrameCount - frameLength) / (frameLength / 2)) + 1);
        frames = audio.FrameCount < frameLength ? 0 : frames;
        double[][] powers = [.. Enumerable.Range(0, OctaveCount).Select(_ => new double[frames])];
        for (int index = 0; index < frames; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (float[] samples in audio.Channels.Take(2))
            {
                for (int i = 0; i < frameLength; i++)
                {
                    frame[i] = window[i] * FiniteSamples.OrSilence(samples[(index * (frameLength / 2)) + i]);
                }

                fft.Forward(frame, real, imaginary);
                AddOctaves(index);
            }
        }

        double loudest = powers.SelectMany(octave => octave).DefaultIfEmpty(0).Max();
        double floor = loudest * Math.Pow(10, -HeardDb / 10);
        return loudest > 0 ? [.. powers.Select(octave => Contrast(octave, floor))] : new double[OctaveCount];

        void AddOctaves(int index)
        {
            double binHz = (double)audio.SampleRateHz / size;
            for (int octave = 0; octave < OctaveCount; octave++)
            {
                double centreHz = LowestCentreHz * Math.Pow(2, octave);
                int from = (int)Math.Ceiling(centreHz / Math.Sqrt(2) / binHz);
                int to = Math.Min(fft.BinCount, (int)Math.Ceiling(centreHz * Math.Sqrt(2) / binHz));
                for (int bin = from; bin < to; bin++)
                {
                    powers[octave][index] += ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin]);
                }
            }
        }
    }

    /// <summary>RMS of the differences of two contrasts, dB.</summary>
    internal static double DistanceDb(double[] cleanDb, double[] otherDb) =>
        Math.Sqrt(cleanDb.Zip(otherDb, (clean, other) => (clean - other) * (clean - other)).Average());

    private static double Contrast(double[] powers, double floor)
    {
        double[] sorted = [.. powers.Order()];
        return 10 * Math.Log10(Math.Max(floor, At(HighShare)) / Math.Max(floor, At(LowShare)));

        double At(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}
