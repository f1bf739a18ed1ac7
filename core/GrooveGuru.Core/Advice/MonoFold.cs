using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Advice;

/// <summary>What a stereo signal loses on a single speaker.</summary>
public static class MonoFold
{
    private const int BlockFrames = 4096;

    // Both channels alike: two channels of one power read 3 LU over one of them.
    private const double TwoChannelsLu = 3.0103;

    /// <summary>How much quieter the mean of left and right is than left and right together.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <param name="stereoLufs">Integrated loudness of the audio as it is, LUFS.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// LU: 0 where both channels are alike, 3 where they have nothing to do with each other, more where they cancel; null for other than two
    /// channels, and where there is no loudness.
    /// </returns>
    public static double? LossLu(AudioBuffer audio, double? stereoLufs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        if (audio.ChannelCount != 2 || stereoLufs is not double lufs)
        {
            return null;
        }

        var meter = new LoudnessMeter(audio.SampleRateHz, 1);
        float[][] mono = [new float[BlockFrames]];
        for (int start = 0; start < audio.FrameCount; start += BlockFrames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(BlockFrames, audio.FrameCount - start);
            ReadOnlySpan<float> left = audio.Channel(0).Slice(start, count), right = audio.Channel(1).Slice(start, count);
            for (int frame = 0; frame < count; frame++)
            {
                float mean = 0.5f * (left[frame] + right[frame]);
                mono[0][frame] = FiniteSamples.IsSample(mean) ? mean : 0;
            }

            meter.Process(mono, 0, count);
        }

        // What cancels altogether has no loudness left: as far down as the gate goes.
        return lufs - TwoChannelsLu - (meter.IntegratedLufs ?? Math.Min(-70, lufs - TwoChannelsLu));
    }
}
