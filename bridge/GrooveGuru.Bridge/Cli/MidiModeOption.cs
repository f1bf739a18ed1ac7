using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>The option that says how notes are looked for.</summary>
internal static class MidiModeOption
{
    private static readonly (string Word, TranscriptionMode Mode)[] Modes =
    [
        ("auto", TranscriptionMode.Auto), ("poly", TranscriptionMode.Poly), ("mono", TranscriptionMode.Mono), ("drums", TranscriptionMode.Drums),
    ];

    /// <summary>`--mode auto|poly|mono|drums`.</summary>
    /// <param name="usual">What counts where the user does not say.</param>
    public static ChoiceOption<TranscriptionMode> Create(TranscriptionMode usual) => new(
        "--mode",
        Modes,
        "How notes are looked for: auto (what is heard decides), poly (several at once), mono (one voice: a singer, a bass, a lead, the melody), drums (strokes as General MIDI percussion).",
        Modes.Single(mode => mode.Mode == usual).Word);
}
