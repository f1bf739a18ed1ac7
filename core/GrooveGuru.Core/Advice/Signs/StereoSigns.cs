using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>
/// Where the sound lies between the middle and the sides: the spread of side over mid over all bins of all frames. Pan pots end at
/// 0 dB, so that an edge above or below that tells of an image made wider or narrower afterwards. And the side in the gaps, by octave:
/// a stereo reverb is heard where the rest is silent.
/// </summary>
internal static class StereoSigns
{
    private const double FrameSeconds = 0.05;
    private const double GapFrameSeconds = 0.023;
    private const double LowestHz = 120;
    private const double HighestHz = 12000;
    private const double LowestGapHz = 62.5;
    private const double HighestGapHz = 8000;
    private const double LeastDb = -50;
    private const double MostDb = 30;
    private const double HeardDb = -45;

    private static readonly double[] Ranks = [0.25, 0.5, 0.7, 0.85, 0.93, 0.97, 0.99];

    /// <summary>Measures; all at <see cref="LeastDb"/> for one channel.</summary>
    internal static void Write(SignList signs, AudioBuffer audio, CancellationToken cancellationToken)
    {
        WriteSpread(signs, audio, cancellationToken);
        WriteGaps(signs, audio, cancellationToken);
    }

    private static void WriteSpread(SignList signs, AudioBuffer audio, CancellationToken cancellationToken)
    {
        int size = 256;
        while (size < FrameSeconds * audio.SampleRateHz)
        {
            size *= 2;
        }

        var fft = new RealFft(size);
        float[] window = SpectralWindows.Hann(size);
        float[] mid = new float[size], side = new float[size];
        float[] midReal = new float[fft.BinCount], midImaginary = new float[fft.BinCount];
        float[] sideReal = new float[fft.BinCount], sideImaginary = new float[fft.BinCount];
        int from = Math.Max(1, (int)(LowestHz * size / audio.SampleRateHz)), to = Math.Min(fft.BinCount, (int)(HighestHz * size / audio.SampleRateHz));
        var weights = new double[(int)(MostDb - LeastDb) + 1];
        float[] left = audio.Channels[0], right = audio.Channels[audio.ChannelCount > 1 ? 1 : 0];
        for (int start = 0; audio.ChannelCount > 1 && start + size <= audio.FrameCount; start += size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < size; i++)
            {
                (float l, float r) = (FiniteSamples.OrSilence(left[start + i]), FiniteSamples.OrSilence(right[start + i]));
                mid[i] = 0.5f * (l + r) * window[i];
                side[i] = 0.5f * (l - r) * window[i];
            }

            fft.Forward(mid, midReal, midImaginary);
            fft.Forward(side, sideReal, sideImaginary);
            float loudest = 0;
            for (int bin = from; bin < to; bin++)
            {
                loudest = Math.Max(loudest, Power(midReal, midImaginary, bin) + Power(sideReal, sideImaginary, bin));
            }

            float heard = loudest * (float)Math.Pow(10, HeardDb / 10);
            for (int bin = from; bin < to && loudest > 0; bin++)
            {
                float midPower = Power(midReal, midImaginary, bin), sidePower = Power(sideReal, sideImaginary, bin);
                if (midPower + sidePower >= heard)
                {
                    double ratioDb = 10 * Math.Log10((sidePower + 1e-20) / (midPower + 1e-20));

                    // By loudness rather than by energy: else a few low bins would be all of it.
                    weights[(int)Math.Round(Math.Clamp(ratioDb, LeastDb, MostDb) - LeastDb)] += Math.Sqrt(Math.Sqrt(midPower + sidePower));
                }
            }
        }

        double all = weights.Sum();
        foreach (double rank in Ranks)
        {
            double sum = 0;
            int at = 0;
            while (all > 0 && at < weights.Length - 1 && (sum += weights[at]) < rank * all)
            {
                at++;
            }

            signs.Add("image_" + rank.ToString(System.Globalization.CultureInfo.InvariantCulture), LeastDb + at);
        }
    }

    private static void WriteGaps(SignList signs, AudioBuffer audio, CancellationToken cancellationToken)
    {
        BandFrames frames = BandFrames.Measure(audio, GapFrameSeconds, 2, 1, LowestGapHz, HighestGapHz, cancellationToken);
        for (int band = 0; band < frames.BandCount; band++)
        {
            int[] byLevel = [.. Enumerable.Range(0, frames.FrameCount).OrderBy(frame => frames.Power(frame, band))];
            signs.Add("side_in_gaps", frames.CentresHz[band], ShareDb(0.05, 0.35));
            signs.Add("side_in_tops", frames.CentresHz[band], ShareDb(0.7, 1));

            double ShareDb(double fromShare, double toShare)
            {
                (double sides, double mids) = (0, 0);
                for (int rank = (int)(fromShare * byLevel.Length); rank < (int)(toShare * byLevel.Length); rank++)
                {
                    (float midPower, float sidePower) = frames.At(byLevel[rank], band);
                    sides += sidePower;
                    mids += midPower;
                }

                return Math.Clamp(LevelStatistics.Db(sides) - LevelStatistics.Db(mids), LeastDb, MostDb);
            }
        }
    }

    private static float Power(float[] real, float[] imaginary, int bin) => (real[bin] * real[bin]) + (imaginary[bin] * imaginary[bin]);
}
