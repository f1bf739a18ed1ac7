namespace GrooveGuru.Core.Arrangement;

/// <summary>What is made of the notes that were heard.</summary>
public sealed record ArrangementOptions
{
    /// <summary>How far notes are moved to the grid, 0 (as played) to 1.</summary>
    public double QuantiseStrength { get; init; }

    /// <summary>The grid that they are moved to.</summary>
    public QuantiseGrid Grid { get; init; } = QuantiseGrid.Auto;

    /// <summary>Whether each note is held until the next, where the rest between them is no longer than a quarter.</summary>
    public bool Legato { get; init; }

    /// <summary>Whether one voice is made of notes that sound together: the highest.</summary>
    public bool Monophonic { get; init; }

    /// <summary>The shortest note that stays, s; 0 keeps all.</summary>
    public double MinimumLengthSeconds { get; init; }

    /// <summary>How far notes are moved up, semitones; drums stay.</summary>
    public int TransposeSemitones { get; init; }

    /// <summary>The part of the recording whose notes are written.</summary>
    public TimeSelection Selection { get; init; } = TimeSelection.Everything;

    /// <summary>Whether bends of the pitch are written for parts of one voice.</summary>
    public bool WithBends { get; init; }

    /// <summary>One velocity for all notes, 1 to 127; null for those that were heard.</summary>
    public int? FixedVelocity { get; init; }
}
