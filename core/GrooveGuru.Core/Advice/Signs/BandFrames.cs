using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>Energy by frame and band of constant relative width, mid and side apart.</summary>
internal sealed class BandFrames
{
    private readonly float[] _mid;
    private readonly float[] _side;

    private BandFrames(double[] centresHz, int frameCount, double hopSeconds, float[] mid, float[] side, double[] flatness)
    {
        CentresHz = centresHz;
        FrameCount = frameCount;
        HopSeconds = hopSeconds;
        _mid = mid;
        _side = side;
        Flatness = flatness;
    }

    /// <summary>Middle of each band, Hz, lowest first.</summary>
    internal double[] CentresHz { get; }

    /// <summary>Bands.</summary>
    internal int BandCount => CentresHz.Length;

    /// <summary>Frames.</summary>
    internal int FrameCount { get; }

    /// <summary>From frame to frame, s.</summary>
    internal double HopSeconds { get; }

    /// <summary>Spectral flatness within each band, geometric over arithmetic mean of its bins, energy-weighted over frames, 0–1.</summary>
    internal double[] Flatness { get; }

    /// <summary>Measures audio.</summary>
    /// <param name="audio">Planar audio; what is no sample counts as silence, channels after the second are not read.</param>
    /// <param name="frameSeconds">Least length of a frame, s; it is rounded up to a power of two.</param>
    /// <param name="hopsPerFrame">How often a frame begins within one.</param>
    /// <param name="bandsPerOctave">Width of the bands.</param>
    /// <param name="lowestHz">Middle of the lowest band, Hz.</param>
    /// <param name="highestHz">Middle of the highest band at most, Hz; bands that cross the Nyquist frequency hold what there is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static BandFrames Measure(
        AudioBuffer audio,
        double frameSeconds,
        int hopsPerFrame,
        int bandsPerOctave,
        double lowestHz,
        double highestHz,
        CancellationToken cancellationToken)
    {
        int size = 256;
        while (size < frameSeconds * audio.SampleRateHz)
        {
            size *= 2;
        }

        int hop = size / hopsPerFrame;
        int bands = (int)Math.Round(bandsPerOctave * Math.Log2(highestHz / lowestHz)) + 1;
        double binHz = (double)audio.SampleRateHz / size;
        double[] centresHz = [.. Enumerable.Range(0, bands).Select(band => lowestHz * Math.Pow(2, (double)band / bandsPerOctave))];
        int[] edges = [.. Enumerable.Range(0, bands + 1).Select(
            band => Math.Clamp((int)Math.Round(lowestHz * Math.Pow(2, (band - 0.5) / bandsPerOctave) / binHz), 1, size / 2))];
        int frameCount = audio.FrameCount < size / 2 ? 0 : Math.Max(1, ((audio.FrameCount - (size / 2)) / hop) + 1);
        var mid = new float[frameCount * bands];
        var side = new float[audio.ChannelCount > 1 ? mid.Length : 0];
        var logSum = new double[bands];
        var weight = new double[bands];
        var fft = new RealFft(size);
        float[] window = SpectralWindows.Hann(size);
        var buffer = new float[size];
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        float[] left = audio.Channels[0];
        float[] right = audio.ChannelCount > 1 ? audio.Channels[1] : left;
        for (int frame = 0; frame < frameCount; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Transform(frame * hop, 0.5f);
            for (int band = 0; band < bands; band++)
            {
                double sum = 0;
                double logs = 0;
                double product = 1;
                int from = edges[band];
                int to = Math.Max(from + 1, edges[band + 1]);
                for (int bin = from; bin < to && bin < real.Length; bin++)
                {
                    double power = ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin]);
                    sum += power;
                    product *= power + 1e-20;

                    // One logarithm for eight bins: it is what costs here.
                    if ((bin & 7) == 7)
                    {
                        logs += Math.Log(product);
                        product = 1;
                    }
                }

                logs += Math.Log(product);

                mid[(frame * bands) + band] = (float)sum;
                logSum[band] += sum * Math.Exp((logs / (to - from)) - Math.Log((sum / (to - from)) + 1e-20));
                weight[band] += sum;
            }

            if (side.Length > 0)
            {
                Transform(frame * hop, -0.5f);
                for (int band = 0; band < bands; band++)
                {
                    double sum = 0;
                    int to = Math.Max(edges[band] + 1, edges[band + 1]);
                    for (int bin = edges[band]; bin < to && bin < real.Length; bin++)
                    {
                        sum += ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin]);
                    }

                    side[(frame * bands) + band] = (float)sum;
                }
            }
        }

        double[] flatness = [.. logSum.Zip(weight, (sum, all) => all > 0 ? Math.Min(1, sum / all) : 0)];
        return new BandFrames(centresHz, frameCount, (double)hop / audio.SampleRateHz, mid, side, flatness);

        void Transform(int start, float rightWeight)
        {
            int count = Math.Min(size, left.Length - start);
            for (int i = 0; i < count; i++)
            {
                buffer[i] = ((0.5f * FiniteSamples.OrSilence(left[start + i]))
                    + (rightWeight * FiniteSamples.OrSilence(right[start + i]))) * window[i];
            }

            Array.Clear(buffer, count, size - count);
            fft.Forward(buffer, real, imaginary);
        }
    }

    /// <summary>Energy of the mid and of the side of one band in one frame, linear.</summary>
    internal (float Mid, float Side) At(int frame, int band) =>
        (_mid[(frame * BandCount) + band], _side.Length > 0 ? _side[(frame * BandCount) + band] : 0);

    /// <summary>Energy of one band in one frame, linear, mid and side together.</summary>
    internal float Power(int frame, int band) =>
        _mid[(frame * BandCount) + band] + (_side.Length > 0 ? _side[(frame * BandCount) + band] : 0);
}
