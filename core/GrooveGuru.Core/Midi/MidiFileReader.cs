using System.Buffers.Binary;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Midi;

/// <summary>
/// Reads Standard MIDI Files of format 0 and 1 as others write them: running status, chunks that we do not know, notes that
/// never end, a file cut short. What cannot be understood is left out; what is there is kept.
/// </summary>
/// <remarks>Standard MIDI Files 1.0 (MMA RP-001).</remarks>
public static class MidiFileReader
{
    /// <summary>The largest file that is read, bytes: far beyond any song, and safe to hold in memory.</summary>
    public const int LargestFileBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidMidiException">It is missing, too large, or no MIDI file.</exception>
    public static MidiSong Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > LargestFileBytes)
            {
                throw new InvalidMidiException(path, "The file is too large to be a song; check that it is a MIDI file.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidMidiException(path, "The file cannot be opened; check the name and that you may read it.", error);
        }

        return Read(bytes, path);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidMidiException">These are not the bytes of a MIDI file that can be read.</exception>
    public static MidiSong Read(ReadOnlySpan<byte> bytes, string name = "MIDI data")
    {
        if (bytes.Length > LargestFileBytes)
        {
            throw new InvalidMidiException(name, "The file is too large to be a song; check that it is a MIDI file.");
        }

        int start = bytes.IndexOf("MThd"u8);
        if (start < 0 || bytes.Length - start < 14)
        {
            throw new InvalidMidiException(name, "This is not a Standard MIDI File; export one (.mid) and try again.");
        }

        ReadOnlySpan<byte> rest = bytes[start..];
        uint headerLength = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        int format = BinaryPrimitives.ReadUInt16BigEndian(rest[8..]);
        int division = BinaryPrimitives.ReadUInt16BigEndian(rest[12..]);
        if (format > 1)
        {
            throw new InvalidMidiException(name, "The file holds several songs (format 2); export it as format 0 or 1.");
        }

        if (division is 0 or > 0x7FFF)
        {
            throw new InvalidMidiException(name, "The file counts film frames instead of beats; export it with beats.");
        }

        rest = rest[(int)Math.Min(8 + (long)Math.Max(headerLength, 6), rest.Length)..];
        var content = new MidiTrackReader();
        while (rest.Length >= 8)
        {
            int length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(rest[4..]), rest.Length - 8);
            if (rest[..4].SequenceEqual("MTrk"u8))
            {
                content.ReadTrack(rest.Slice(8, length));
            }

            rest = rest[(8 + length)..];
        }

        return content.ToSong(division);
    }
}
