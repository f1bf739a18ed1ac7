using System.CommandLine;
using GrooveGuru.Bridge.Jobs;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru stems INPUT…`: harmonic and percussive stems as WAV files.</summary>
internal static class StemsCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create() => WorkCommand.Create(
        "stems", "Split audio files into a harmonic and a percussive stem, which sum to the original.", "the stems", ["harmonic.wav", "percussive.wav"], _ => new StemsWork(), null);
}
