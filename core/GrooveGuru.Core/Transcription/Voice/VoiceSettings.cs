namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>What the notes of a voice cost: the course of notes that costs least is written down. Costs are per frame where not said otherwise.</summary>
/// <remarks>The verb "voice" of tools/GrooveGuru.Fitting tries others.</remarks>
internal sealed record VoiceSettings
{
    /// <summary>A new note.</summary>
    public double NoteCost { get; init; } = 4.5;

    /// <summary>By how much a new note is cheaper for each dB that the spectrum rises.</summary>
    public double RiseWorth { get; init; } = 0.54;

    /// <summary>By how much a new note is cheaper for each dB that the level has risen out of a dip.</summary>
    public double DipWorth { get; init; } = 0.12;

    /// <summary>How much cheaper a new note can become, as a share of its cost.</summary>
    public double MostWorth { get; init; } = 0.98;

    /// <summary>How far a held note strays, semitones.</summary>
    public double HeldSemitones { get; init; } = 0.32;

    /// <summary>How far the beginning of a note strays, semitones.</summary>
    public double AttackSemitones { get; init; } = 2.2;

    /// <summary>A frame of a beginning.</summary>
    public double AttackCost { get; init; } = 0.32;

    /// <summary>A frame that strays very far.</summary>
    public double MostStrayCost { get; init; } = 6;

    /// <summary>A frame of a note in which no voice is heard.</summary>
    public double UnvoicedCost { get; init; } = 0.5;

    /// <summary>Silence that ends a note for certain, s.</summary>
    public double GapSeconds { get; init; } = 0.13;

    /// <summary>The shortest note that is kept, s.</summary>
    public double ShortestSeconds { get; init; } = 0.1;

    /// <summary>What is added to all onsets, s.</summary>
    public double OnsetShiftSeconds { get; init; } = -0.018;

    /// <summary>Notes this far below the loudest are left out, dB.</summary>
    public double FaintDb { get; init; } = 34;
}
