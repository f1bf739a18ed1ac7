namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>What counts as a note. The defaults are those of the reference.</summary>
public sealed record NoteCreationOptions
{
    /// <summary>The least probability of a beginning.</summary>
    public float OnsetThreshold { get; init; } = 0.5f;

    /// <summary>The least probability of a note that goes on.</summary>
    public float FrameThreshold { get; init; } = 0.3f;

    /// <summary>Notes of this many frames or fewer are left out.</summary>
    public int MinimumFrames { get; init; } = 11;

    /// <summary>Frames below the threshold that end a note.</summary>
    public int EnergyToleranceFrames { get; init; } = 11;

    /// <summary>The lowest pitch, MIDI number.</summary>
    public int LowestMidiPitch { get; init; } = BasicPitchFraming.LowestMidiPitch;

    /// <summary>The highest pitch, MIDI number.</summary>
    public int HighestMidiPitch { get; init; } = BasicPitchFraming.LowestMidiPitch + BasicPitchFraming.PitchCount - 1;

    /// <summary>Whether a sudden rise of a note counts as a beginning too.</summary>
    public bool InfersOnsets { get; init; } = true;

    /// <summary>Whether what is left after all beginnings becomes notes too.</summary>
    public bool FindsNotesWithoutOnset { get; init; } = true;
}
