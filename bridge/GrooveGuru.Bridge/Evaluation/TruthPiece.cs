using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>What is known of one piece; what is not known is null or empty, and is not scored.</summary>
internal sealed record TruthPiece
{
    /// <summary>The name of the piece.</summary>
    public required string Id { get; init; }

    /// <summary>Its audio, relative to the folder of audio.</summary>
    public required string File { get; init; }

    /// <summary>The key.</summary>
    public MusicalKey? Key { get; init; }

    /// <summary>The tempo, BPM.</summary>
    public double? Bpm { get; init; }

    /// <summary>Beats in a bar.</summary>
    public int? BeatsPerBar { get; init; }

    /// <summary>The beats, s.</summary>
    public IReadOnlyList<double> BeatsSeconds { get; init; } = [];

    /// <summary>The beats that begin a bar, s.</summary>
    public IReadOnlyList<double> DownbeatsSeconds { get; init; } = [];

    /// <summary>Where notes and drums begin, s.</summary>
    public IReadOnlyList<double> OnsetsSeconds { get; init; } = [];

    /// <summary>The notes whose pitch and end are known; drums are none.</summary>
    public IReadOnlyList<TruthNote> Notes { get; init; } = [];

    /// <summary>The strokes of drums whose key is known.</summary>
    public IReadOnlyList<TruthStroke> Strokes { get; init; } = [];

    /// <summary>The chords.</summary>
    public IReadOnlyList<ChordSegment> Chords { get; init; } = [];

    /// <summary>The kind of piece: the letters that its id begins with.</summary>
    public string Group => string.Concat(Id.TakeWhile(char.IsLetter)) is { Length: > 0 } letters ? letters : "other";
}
