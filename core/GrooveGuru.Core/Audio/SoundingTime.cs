using System.Numerics.Tensors;

namespace GrooveGuru.Core.Audio;

/// <summary>How long something sounds: a hit with silence after it is short, however long its file.</summary>
public static class SoundingTime
{
    private const double FrameSeconds = 0.05;

    // Under the loudest frame; a tail under it is as good as over.
    private const double HeardDb = 50;

    /// <summary>Time in which the audio is no further than 50 dB under its loudest 50 ms.</summary>
    /// <param name="audio">Planar audio; frames with what is no sample count as silent.</param>
    /// <returns>Seconds; 0 for silence and for less than 50 ms.</returns>
    public static double Seconds(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int frameLength = Math.Max(1, (int)Math.Round(FrameSeconds * audio.SampleRateHz));
        double[] powers = [.. Enumerable.Range(0, audio.FrameCount / frameLength).Select(frame => audio.Channels.Sum(samples =>
            (double)TensorPrimitives.SumOfSquares<float>(samples.AsSpan(frame * frameLength, frameLength)))).Select(power => double.IsFinite(power) ? power : 0)];
        double floor = powers.DefaultIfEmpty(0).Max() * Math.Pow(10, -HeardDb / 10);
        return floor > 0 ? powers.Count(power => power >= floor) * FrameSeconds : 0;
    }
}
