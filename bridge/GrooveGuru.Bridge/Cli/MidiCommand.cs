using System.CommandLine;
using GrooveGuru.Bridge.Jobs;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru midi INPUT…`: the notes as a MIDI file.</summary>
internal static class MidiCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        MidiSettingsOptions settings = new();
        Command command = WorkCommand.Create(
            "midi",
            "Write the notes of audio files as MIDI, with tempo, bars and key.",
            "the MIDI files",
            [MidiWork.MelodyFile, MidiWork.NotesFile, MidiWork.DrumsFile, MidiPreview.FileName],
            parsed => new MidiWork(settings.Read(parsed)),
            new MidiPage(),
            [.. settings.All]);
        settings.AddValidators(command);
        return command;
    }
}
