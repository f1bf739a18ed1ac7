namespace GrooveGuru.Core.Transcription;

/// <summary>Where to look for a voice, and what counts as a note of it.</summary>
public sealed record MelodyTranscriptionOptions
{
    /// <summary>A leading melody: voice, lead, solo instrument.</summary>
    public static MelodyTranscriptionOptions Melody { get; } = new();

    /// <summary>The lowest note looked for, MIDI note number.</summary>
    public int LowestMidiPitch { get; init; } = 40;

    /// <summary>The highest note looked for, MIDI note number.</summary>
    public int HighestMidiPitch { get; init; } = 96;

    /// <summary>The shortest note that is kept, s.</summary>
    public double MinimumNoteSeconds { get; init; } = 0.07;

    /// <summary>Length of the analysis window, s: longer tells low notes apart, shorter follows fast ones.</summary>
    public double WindowSeconds { get; init; } = 0.093;

    /// <summary>How much a note must stand out to count as one, as a share of what clear notes of this recording do; 0 to 1.</summary>
    public double VoicingThreshold { get; init; } = 0.35;

    /// <summary>How much a note is preferred for each semitone that it is higher, as a share of a clear note.</summary>
    public double HighPitchBias { get; init; } = 0.009;
}
