using GrooveGuru.Bridge.Cli;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Demo;

/// <summary>The song to play: a file that the headless host can read, with what is known of it.</summary>
/// <param name="Name">What the track is called.</param>
/// <param name="Path">The file.</param>
/// <param name="DurationSeconds">Its length, s.</param>
/// <param name="Truth">What is true of it, where it is our own song; null for a user's.</param>
internal sealed record DemoInput(string Name, string Path, double DurationSeconds, DemoSongRendering? Truth)
{
    /// <summary>Prepares the input in the output folder: renders our own song, or converts the user's file for the host.</summary>
    /// <param name="audioPath">The user's file; null renders our own song.</param>
    /// <param name="workFolder">A folder for a converted file.</param>
    /// <param name="outFolder">Where the song's folder is; our own song is written there.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnsupportedAudioException">The file cannot be read or holds nothing.</exception>
    public static DemoInput Prepare(string? audioPath, string workFolder, string outFolder, CancellationToken cancellation)
    {
        if (audioPath is null)
        {
            DemoSongRendering song = DemoSongRenderer.Render();
            string songPath = System.IO.Path.Combine(outFolder, "song.wav");
            Directory.CreateDirectory(outFolder);
            WavFile.Write(songPath, song.Mix);
            return new DemoInput("Demo song", songPath, song.Mix.DurationSeconds, song);
        }

        using IAudioSource source = AudioFile.Open(audioPath);
        string converted = System.IO.Path.Combine(workFolder, "song.wav");
        long frames = Convert(source, converted, cancellation);
        if (frames == 0)
        {
            throw new UnsupportedAudioException(audioPath, "the file holds no audio.");
        }

        InputWarning.Print(audioPath, source);
        string name = System.IO.Path.GetFileNameWithoutExtension(audioPath);
        return new DemoInput(name, converted, (double)frames / source.SampleRateHz, null);
    }

    /// <summary>Writes what the plugin takes: one or two channels. Of more, the left and right sums are made.</summary>
    private static long Convert(IAudioSource source, string path, CancellationToken cancellation)
    {
        const int BlockFrames = 65536;
        int channelCount = Math.Min(source.ChannelCount, 2);
        float[][] block = Enumerable.Range(0, source.ChannelCount).Select(_ => new float[BlockFrames]).ToArray();
        using WavWriter writer = new(path, source.SampleRateHz, channelCount);
        int read;
        while ((read = source.Read(block, 0, BlockFrames)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int channel = 2; channel < source.ChannelCount; channel++)
            {
                Span<float> target = block[channel % 2];
                System.Numerics.Tensors.TensorPrimitives.Add(target[..read], block[channel].AsSpan(0, read), target);
            }

            writer.Write(block, 0, read);
        }

        writer.Commit();
        return writer.FrameCount;
    }
}
