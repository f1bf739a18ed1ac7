using System.CommandLine;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Reporting.Page;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`midi --html PAGE`: the notes as a piano roll, to be looked at and, with --preview, listened to.</summary>
internal sealed class MidiPage : IWorkPage
{
    /// <summary>The option, which takes no empty name.</summary>
    public MidiPage() => Option.Validators.Add(CommonOptions.RefuseEmpty);

    /// <inheritdoc/>
    public Option<string?> Option { get; } = new("--html")
    {
        Description = "Write a page with the notes as a piano roll, for a browser; with --preview it plays them.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    public void Write(string path, string title, IReadOnlyList<string> files, string? notice, IJobWork work)
    {
        NotesPlace place = (work as MidiWork)?.Place ?? new NotesPlace(0, 0, true);
        Write(path, title, files, notice, place);
    }

    /// <summary>Writes the page of notes whose place is known.</summary>
    /// <param name="path">The page.</param>
    /// <param name="title">What the recording is called.</param>
    /// <param name="files">MIDI files and, where there is one, the preview.</param>
    /// <param name="notice">What the user should know of them; null for nothing.</param>
    /// <param name="place">Where the notes lie in the recording.</param>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public static void Write(string path, string title, IReadOnlyList<string> files, string? notice, NotesPlace place)
    {
        NotesPageContent content = NotesPageContent.Read(title, files, MidiPreview.FileName, path) with
        {
            OffsetSeconds = place.OffsetSeconds,
            DurationSeconds = double.IsFinite(place.Seconds) ? place.Seconds : 0,
            HasPulse = place.HasPulse,
            Notice = notice,
        };
        AtomicFile.Write(path, stream => NotesPage.Write(stream, content));
    }
}
