using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Playing;

/// <summary>Turns a song into sound.</summary>
internal interface ISongPlayer
{
    /// <summary>Whose sound it is, by name and version; fit for a folder's name.</summary>
    string Identity { get; }

    /// <summary>What the user should know about this choice; null for nothing.</summary>
    string? Remark { get; }

    /// <summary>Writes a song as a WAV file.</summary>
    /// <param name="song">The song.</param>
    /// <param name="sampleRateHz">The file's sample rate, Hz.</param>
    /// <param name="folder">An existing folder for files that are needed on the way; they are gone afterwards.</param>
    /// <param name="path">The file.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early; files may then be left in the folder.</param>
    /// <exception cref="Core.Errors.GrooveGuruException">It could not be played; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Render(MidiSong song, int sampleRateHz, string folder, string path, IProgress<double> progress, CancellationToken cancellation);
}
