namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>How clean a track is technically.</summary>
public enum ProductionQuality
{
    /// <summary>Faults that anyone hears.</summary>
    Poor,

    /// <summary>A fault or two to mend before it goes out.</summary>
    Fair,

    /// <summary>Small technical flaws.</summary>
    Good,

    /// <summary>Nothing technical to fault.</summary>
    Excellent,
}
