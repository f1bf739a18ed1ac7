using GrooveGuru.Core.Rhythm.Evaluation;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>How one piece was heard against what is known of it; null where nothing is known.</summary>
internal sealed record PieceScore
{
    /// <summary>The piece.</summary>
    public required TruthPiece Truth { get; init; }

    /// <summary>What was heard as its tempo, BPM; 0 for none.</summary>
    public double TempoBpm { get; init; }

    /// <summary>How sure the tempo was, 0–1.</summary>
    public double TempoConfidence { get; init; }

    /// <summary>What was heard as its key; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>How sure the key was, 0–1.</summary>
    public double KeyConfidence { get; init; }

    /// <summary>The tempo's score.</summary>
    public TempoScore? TempoScore { get; init; }

    /// <summary>The key's score.</summary>
    public KeyScore? KeyScore { get; init; }

    /// <summary>The beats' score.</summary>
    public BeatScore? BeatScore { get; init; }

    /// <summary>The downbeats' score.</summary>
    public BeatScore? DownbeatScore { get; init; }

    /// <summary>Whether the number of beats in a bar is right.</summary>
    public bool? IsMeterRight { get; init; }

    /// <summary>The onsets' score; what begins within 30 ms counts as one.</summary>
    public EventScore? OnsetScore { get; init; }

    /// <summary>The chords' score.</summary>
    public ChordScore? ChordScore { get; init; }
}
