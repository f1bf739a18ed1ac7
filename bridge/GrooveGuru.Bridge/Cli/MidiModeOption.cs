using System.CommandLine;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The option that says how notes are looked for.</summary>
internal static class MidiModeOption
{
    /// <summary>`--mode mono|poly|drums|auto`.</summary>
    /// <param name="usual">What counts where the user does not say.</param>
    public static Option<TranscriptionMode> Create(TranscriptionMode usual)
    {
        Option<TranscriptionMode> mode = new("--mode")
        {
            Description = "How notes are looked for: mono (one at a time: the melody, a bass, a lead), poly (several at once), drums (strokes of a drum set), auto (what is heard decides).",
            HelpName = "mono|poly|drums|auto",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                foreach (TranscriptionMode known in Enum.GetValues<TranscriptionMode>())
                {
                    if (text.Equals(known.ToString(), StringComparison.OrdinalIgnoreCase))
                    {
                        return known;
                    }
                }

                result.AddError($"--mode is mono, poly, drums or auto, not '{text}'.");
                return usual;
            },
        };
        return mode;
    }
}
