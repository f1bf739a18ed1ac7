using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>What a page about written notes is made of.</summary>
internal sealed record NotesPageContent
{
    /// <summary>What the recording is called.</summary>
    public required string Title { get; init; }

    /// <summary>The MIDI files as they were written, each with its place relative to the page, as an address.</summary>
    public required IReadOnlyList<(string Address, MidiSong Song)> Files { get; init; }

    /// <summary>Notes of all files.</summary>
    public int NoteCount => Files.Sum(file => file.Song.Tracks.Sum(track => track.Notes.Count));

    /// <summary>The preview relative to the page, as an address; null where there is none.</summary>
    public string? PreviewAddress { get; init; }

    /// <summary>When the files' beginning lies in the recording, s; negative where bar 1 begins before it.</summary>
    public double OffsetSeconds { get; init; }

    /// <summary>Length of the recording, s; 0 where it is not known.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Whether tempo and bars were heard or told; where not, the files count 120 BPM for want of anything better.</summary>
    public bool HasPulse { get; init; } = true;

    /// <summary>What was remarked about the notes; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>The content of files on this machine.</summary>
    /// <param name="title">What the recording is called.</param>
    /// <param name="files">All that was written; MIDI files by their ending, and the preview by its name.</param>
    /// <param name="previewName">The name of the preview's file.</param>
    /// <param name="page">Where the page will lie.</param>
    /// <exception cref="Core.Errors.InvalidMidiException">A MIDI file cannot be read.</exception>
    public static NotesPageContent Read(string title, IReadOnlyList<string> files, string previewName, string page) => new()
    {
        Title = title,
        Files = [.. files.Where(IsMidi).Select(file => (RelativeAddress.Of(file, page), MidiFileReader.Read(file)))],
        PreviewAddress = files.FirstOrDefault(file => Path.GetFileName(file) == previewName) is { } preview ? RelativeAddress.Of(preview, page) : null,
    };

    private static bool IsMidi(string path) => Path.GetExtension(path).Equals(".mid", StringComparison.OrdinalIgnoreCase);
}
