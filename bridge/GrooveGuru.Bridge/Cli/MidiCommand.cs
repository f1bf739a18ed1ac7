using System.CommandLine;
using GrooveGuru.Bridge.Jobs;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru midi INPUT…`: the melody as a MIDI file.</summary>
internal static class MidiCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create() => WorkCommand.Create(
        "midi", "Write the melody of audio files as MIDI, with tempo and key.", "the MIDI files", ["melody.mid"], new MidiWork());
}
