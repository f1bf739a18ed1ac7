using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice;

/// <summary>The part of a track on which advice is tried.</summary>
/// <param name="Audio">The part, planar; the track's own buffer where the part is all of it.</param>
/// <param name="FromSeconds">Where it begins in the track, s.</param>
/// <param name="IsWholeTrack">Whether it is all of the track.</param>
public sealed record Excerpt(AudioBuffer Audio, double FromSeconds, bool IsWholeTrack)
{
    /// <summary>The longest excerpt, s.</summary>
    public const double MaxSeconds = 30;

    /// <summary>Where it ends in the track, s.</summary>
    public double ToSeconds => FromSeconds + Audio.DurationSeconds;

    /// <summary>The loudest stretch of at most <see cref="MaxSeconds"/>: what a mix engineer loops to judge a change.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <returns>All of the audio where it is short enough; a copy of the stretch otherwise.</returns>
    public static Excerpt Loudest(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int secondFrames = audio.SampleRateHz;
        int frames = (int)(MaxSeconds * secondFrames);
        if (audio.FrameCount <= frames)
        {
            return new Excerpt(audio, 0, IsWholeTrack: true);
        }

        // Second by second: the exact start does not matter, the part of the song does.
        double[] power = [.. Enumerable.Range(0, audio.FrameCount / secondFrames).Select(PowerOfSecond)];
        int seconds = (int)MaxSeconds;
        int best = 0;
        double sum = power.Take(seconds).Sum();
        double bestSum = sum;
        for (int start = 1; start + seconds <= power.Length; start++)
        {
            sum += power[start + seconds - 1] - power[start - 1];
            if (sum > bestSum)
            {
                (best, bestSum) = (start, sum);
            }
        }

        return Cut(audio, best * secondFrames, frames);

        double PowerOfSecond(int second)
        {
            double power = 0;
            foreach (float[] samples in audio.Channels)
            {
                foreach (float sample in samples.AsSpan(second * secondFrames, secondFrames))
                {
                    power += FiniteSamples.IsSample(sample) ? (double)sample * sample : 0;
                }
            }

            return power;
        }
    }

    /// <summary>The stretch of at most <see cref="MaxSeconds"/> around the highest sample.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <returns>All of the audio where it is short enough; a copy of the stretch otherwise.</returns>
    public static Excerpt AroundPeak(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int frames = (int)(MaxSeconds * audio.SampleRateHz);
        if (audio.FrameCount <= frames)
        {
            return new Excerpt(audio, 0, IsWholeTrack: true);
        }

        int peakFrame = 0;
        float peak = 0;
        foreach (float[] samples in audio.Channels)
        {
            for (int frame = 0; frame < samples.Length; frame++)
            {
                float magnitude = Math.Abs(samples[frame]);
                if (magnitude > peak && FiniteSamples.IsSample(magnitude))
                {
                    (peakFrame, peak) = (frame, magnitude);
                }
            }
        }

        return Cut(audio, Math.Clamp(peakFrame - (frames / 2), 0, audio.FrameCount - frames), frames);
    }

    /// <summary>A stretch by its times.</summary>
    /// <param name="audio">Planar audio.</param>
    /// <param name="fromSeconds">Where it begins, s; clamped to the audio.</param>
    /// <param name="toSeconds">Where it ends, s; clamped to the audio.</param>
    /// <returns>All of the audio where that is the stretch; a copy of the stretch otherwise, which may have no frames.</returns>
    public static Excerpt At(AudioBuffer audio, double fromSeconds, double toSeconds)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int from = (int)Math.Clamp(Math.Round(fromSeconds * audio.SampleRateHz), 0, audio.FrameCount);
        int to = (int)Math.Clamp(Math.Round(toSeconds * audio.SampleRateHz), from, audio.FrameCount);
        return from == 0 && to == audio.FrameCount ? new Excerpt(audio, 0, IsWholeTrack: true) : Cut(audio, from, to - from);
    }

    private static Excerpt Cut(AudioBuffer audio, int startFrame, int frames) => new(
        new AudioBuffer([.. audio.Channels.Select(samples => samples.AsSpan(startFrame, frames).ToArray())], audio.SampleRateHz),
        (double)startFrame / audio.SampleRateHz,
        IsWholeTrack: false);
}
