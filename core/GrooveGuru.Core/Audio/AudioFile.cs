using GrooveGuru.Core.Audio.Native;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Audio;

/// <summary>Opens audio files by what they contain, whatever they are called.</summary>
public static class AudioFile
{
    private const int BlockFrames = 65_536;
    private const int MaxTrustedFrames = 1 << 25;

    /// <summary>Opens a WAV, FLAC, OGG, MP3 or AIFF file for reading in blocks.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A source, to be disposed by the caller; a file with no samples gives one with 0 frames.</returns>
    /// <exception cref="UnsupportedAudioException">The file is missing, empty, unreadable, or no known audio.</exception>
    /// <remarks>WAV is read by our own code; everything else needs libsndfile.</remarks>
    public static IAudioSource Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream stream = OpenStream(path);
        try
        {
            if (!stream.CanSeek)
            {
                throw new UnsupportedAudioException(path, "This is a pipe or a device, and audio is read several times here; save it to a file first.");
            }

            AudioContainer container = AudioContainerSniffer.Sniff(stream, path);
            if (container == AudioContainer.Wav)
            {
                WavLayout layout = WavHeaderReader.Read(stream, path);
                if (layout.Encoding is not null)
                {
                    return new WavSource(stream, layout);
                }
            }

            stream.Dispose();
            return SndFileSource.Open(path, container);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a whole file into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnsupportedAudioException">As for <see cref="Open"/>, or the file does not fit into memory.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AudioBuffer ReadAll(string path, CancellationToken cancellationToken = default)
    {
        using IAudioSource source = Open(path);
        if (source.FrameCount > Array.MaxLength)
        {
            throw new UnsupportedAudioException(path, "The file is too long to be held in memory at once; cut it into parts.");
        }

        return ReadAll(source, cancellationToken);
    }

    /// <summary>Reads what is left of a source into memory.</summary>
    /// <param name="source">The source; stays the caller's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnsupportedAudioException">What is read turns out to be damaged.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AudioBuffer ReadAll(IAudioSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        int frames = 0;
        var channels = new float[source.ChannelCount][];
        // Only a WAV file's length is checked against the file; another header's promise must not reserve all memory.
        long promised = source.FrameCount ?? BlockFrames;
        int capacity = (int)(source is WavSource ? promised : Math.Min(promised, MaxTrustedFrames));
        for (int channel = 0; channel < channels.Length; channel++)
        {
            channels[channel] = new float[capacity];
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (frames == capacity)
            {
                // A length from a header may be an estimate, so one more read decides.
                int grown = capacity + Math.Max(BlockFrames, capacity / 2);
                Resize(channels, grown);
                capacity = grown;
            }

            int got = source.Read(channels, frames, Math.Min(BlockFrames, capacity - frames));
            if (got == 0)
            {
                break;
            }

            frames += got;
            if (frames == source.FrameCount && source is WavSource)
            {
                break;
            }
        }

        if (frames != capacity)
        {
            Resize(channels, frames);
        }

        return new AudioBuffer(channels, source.SampleRateHz);
    }

    private static void Resize(float[][] channels, int frames)
    {
        for (int channel = 0; channel < channels.Length; channel++)
        {
            Array.Resize(ref channels[channel], frames);
        }
    }

    private static FileStream OpenStream(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnsupportedAudioException(path, "There is no such file; check the name.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string reason = Directory.Exists(path)
                ? "This is a folder; name a file in it."
                : "The file cannot be opened; check that you may read it.";
            throw new UnsupportedAudioException(path, reason, error);
        }
    }
}
