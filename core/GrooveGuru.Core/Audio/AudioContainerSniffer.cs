using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Audio;

/// <summary>Tells audio containers apart by their first bytes, never by the name of the file.</summary>
internal static class AudioContainerSniffer
{
    /// <summary>Looks at the beginning of a file and rewinds it.</summary>
    /// <param name="stream">The file, seekable.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <exception cref="UnsupportedAudioException">The file is empty, or of a kind known not to be read here.</exception>
    public static AudioContainer Sniff(Stream stream, string path)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        stream.Position = 0;
        int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (count == 0)
        {
            throw new UnsupportedAudioException(path, "The file is empty; export or download it again.");
        }

        if (bytes[4..8].SequenceEqual("ftyp"u8))
        {
            throw new UnsupportedAudioException(path, "This is an MP4 or M4A file, which is not read here; convert it to WAV or FLAC.");
        }

        ReadOnlySpan<byte> first = bytes[..4];
        bool isWave = bytes[8..12].SequenceEqual("WAVE"u8);
        if (first.SequenceEqual("RIFF"u8) || first.SequenceEqual("RF64"u8) || first.SequenceEqual("BW64"u8))
        {
            return isWave || count < 12 ? AudioContainer.Wav : AudioContainer.Unknown;
        }

        if (first.SequenceEqual("fLaC"u8))
        {
            return AudioContainer.Flac;
        }

        if (first.SequenceEqual("OggS"u8))
        {
            return AudioContainer.Ogg;
        }

        if (first.SequenceEqual("FORM"u8))
        {
            return AudioContainer.Aiff;
        }

        if (first[..3].SequenceEqual("ID3"u8) || (first[0] == 0xFF && (first[1] & 0xE0) == 0xE0 && (first[1] & 0x06) != 0))
        {
            return AudioContainer.Mp3;
        }

        bool isOther = first.SequenceEqual("caff"u8) || first.SequenceEqual(".snd"u8) || first.SequenceEqual("riff"u8)
            || (first.SequenceEqual("RIFX"u8) && isWave);
        return isOther ? AudioContainer.OtherSndFile : AudioContainer.Unknown;
    }
}
