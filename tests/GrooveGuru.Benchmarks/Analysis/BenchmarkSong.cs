using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>Stereo music at 44.1 kHz that anyone can make again: the demo song, over and over.</summary>
public static class BenchmarkSong
{
    private static readonly Lazy<AudioBuffer> Mix = new(() => DemoSongRenderer.Render().Mix);

    /// <summary>A song of some length, decoded.</summary>
    /// <param name="seconds">Length, s.</param>
    public static AudioBuffer OfSeconds(double seconds)
    {
        AudioBuffer mix = Mix.Value;
        var channels = mix.Channels.Select(_ => new float[(int)(seconds * mix.SampleRateHz)]).ToArray();
        using IAudioSource source = Stream(seconds);
        int frames = 0;
        while (frames < channels[0].Length)
        {
            frames += source.Read(channels, frames, channels[0].Length - frames);
        }

        return new AudioBuffer(channels, mix.SampleRateHz);
    }

    /// <summary>The same as a stream that holds no more than one round of the demo song.</summary>
    /// <param name="seconds">Length, s.</param>
    public static IAudioSource Stream(double seconds) => new RepeatingSource(Mix.Value, seconds);
}
