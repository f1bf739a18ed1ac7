using System.CommandLine;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru midi INPUT…`: the notes as a MIDI file.</summary>
internal static class MidiCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<TranscriptionMode> mode = MidiModeOption.Create(TranscriptionMode.Mono);
        return WorkCommand.Create(
            "midi",
            "Write the notes of audio files as MIDI, with tempo and key.",
            "the MIDI files",
            [MidiWork.MelodyFile, MidiWork.NotesFile, MidiWork.DrumsFile],
            parsed => new MidiWork(parsed.GetValue(mode)),
            mode);
    }
}
