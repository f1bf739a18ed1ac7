using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>How long after the notes begin their novelty peaks: little for drums, more for strings and organ.</summary>
internal static class PulseLateness
{
    private const int Reach = 12;
    private const int PeakReach = 4;
    private const int BaseReach = 10;
    private const double RiseShare = 0.4;

    // What is left between the foot of the rise and the true beat, by how far the peak stands out: the window of the frames for what is
    // struck, and the slow attack of choirs and strings besides. Measured on the development pieces, where it leaves less than 10 ms.
    private const double FootSeconds = 0.021;
    private const double SoftSeconds = 0.08;
    private const double MaxSoftSeconds = 0.04;

    /// <summary>From the mean shape of the novelty around the beats: where it has risen by 40 %.</summary>
    /// <param name="novelty">Novelty [frames].</param>
    /// <param name="beats">Frames of the beats.</param>
    /// <returns>Seconds to take from the beats.</returns>
    public static double Seconds(ReadOnlySpan<float> novelty, ReadOnlySpan<int> beats)
    {
        Span<double> shape = stackalloc double[(2 * Reach) + 1];
        shape.Clear();
        foreach (int beat in beats)
        {
            for (int i = Math.Max(0, beat - Reach); i <= Math.Min(novelty.Length - 1, beat + Reach); i++)
            {
                shape[i - beat + Reach] += novelty[i];
            }
        }

        int peak = Reach;
        for (int i = Reach - PeakReach; i <= Reach + PeakReach; i++)
        {
            peak = shape[i] > shape[peak] ? i : peak;
        }

        double floor = double.MaxValue;
        for (int i = Math.Max(0, peak - BaseReach); i < peak; i++)
        {
            floor = Math.Min(floor, shape[i]);
        }

        double level = floor + (RiseShare * (shape[peak] - floor));
        int foot = peak;
        while (foot > 0 && shape[foot] > level)
        {
            foot--;
        }

        double contrast = shape[peak] / Math.Max(1e-9, TensorPrimitives.Min<double>(shape));
        double soft = Math.Min(MaxSoftSeconds, SoftSeconds / contrast);
        double at = foot + ((level - shape[foot]) / Math.Max(1e-9, shape[Math.Min(foot + 1, 2 * Reach)] - shape[foot]));
        return soft - ((at - Reach) / NoveltyRate.FrameRateHz) - FootSeconds;
    }
}
