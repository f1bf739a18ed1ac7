namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>One moment at which something was struck: one drum, or several at once.</summary>
internal sealed class Stroke
{
    /// <summary>When, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>How likely each kind begins here, 0 to 1 [kinds].</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>When each kind begins, s; kinds that begin at once differ by what a drummer's hands do [kinds].</summary>
    public required double[] KindSeconds { get; init; }

    /// <summary>How far each band rises, bel [<see cref="DrumFraming.LongBands"/>].</summary>
    public required float[] Rises { get; init; }

    /// <summary>The level of each band at its top, bel against the reference [<see cref="DrumFraming.LongBands"/>].</summary>
    public required float[] Levels { get; init; }

    /// <summary>How far each band falls within a tenth of a second, bel [<see cref="DrumFraming.LongBands"/>].</summary>
    public required float[] Falls { get; init; }

    /// <summary>The same stroke with other probabilities.</summary>
    public Stroke With(float[] probabilities) => new()
    {
        Seconds = Seconds,
        Probabilities = probabilities,
        KindSeconds = KindSeconds,
        Rises = Rises,
        Levels = Levels,
        Falls = Falls,
    };
}
