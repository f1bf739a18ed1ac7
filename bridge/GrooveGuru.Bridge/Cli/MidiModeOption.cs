using System.CommandLine;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The option that says how notes are looked for.</summary>
internal static class MidiModeOption
{
    /// <summary>`--mode auto|poly|mono`.</summary>
    public static Option<TranscriptionMode> Create()
    {
        Option<TranscriptionMode> mode = new("--mode")
        {
            Description = "How notes are looked for: auto (what is heard decides), poly (several at once), mono (a voice, a bass, a lead).",
            HelpName = "auto|poly|mono",
            DefaultValueFactory = _ => TranscriptionMode.Auto,
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

                result.AddError($"--mode is auto, poly or mono, not '{text}'.");
                return TranscriptionMode.Auto;
            },
        };
        return mode;
    }
}
