using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>Clean recordings that are driven over full scale and clipped, and how far a result is from the clean ones.</summary>
internal static class DeclipperBench
{
    private const double StartSeconds = 2;

    /// <summary>The audio files in a folder and those in it, in an order that stays.</summary>
    internal static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".wav" or ".flac" or ".ogg" or ".mp3")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A stretch of a recording, its peak so many dB over full scale.</summary>
    internal static AudioBuffer Driven(AudioBuffer audio, double driveDb, double seconds)
    {
        int frames = Math.Min(audio.FrameCount, (int)(seconds * audio.SampleRateHz));
        int start = Math.Min((int)(StartSeconds * audio.SampleRateHz), audio.FrameCount - frames);
        float[][] channels = [.. audio.Channels.Select(samples => samples[start..(start + frames)])];
        double gain = Math.Pow(10, driveDb / 20) / channels.Max(samples => samples.Max(Math.Abs));
        return new AudioBuffer(Array.ConvertAll(channels, samples => Array.ConvertAll(samples, sample => (float)(sample * gain))), audio.SampleRateHz);
    }

    internal static AudioBuffer Clip(AudioBuffer audio) => new(
        [.. audio.Channels.Select(samples => Array.ConvertAll(samples, sample => Math.Clamp(sample, -1, 1)))], audio.SampleRateHz);

    /// <summary>RMS of what is left of the clean signal after the best multiple of the other is taken away, dB of its RMS.</summary>
    internal static double ErrorDb(AudioBuffer clean, AudioBuffer other)
    {
        double product = 0;
        double power = 0;
        double cleanPower = 0;
        for (int channel = 0; channel < clean.ChannelCount; channel++)
        {
            for (int i = 0; i < clean.FrameCount; i++)
            {
                double wanted = clean.Channel(channel)[i];
                double got = other.Channel(channel)[i];
                product += wanted * got;
                power += got * got;
                cleanPower += wanted * wanted;
            }
        }

        return 10 * Math.Log10(Math.Max(1e-20, 1 - (product * product / (power * cleanPower))));
    }
}
