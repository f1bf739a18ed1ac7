namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>How much there is that moves a listener.</summary>
public enum EmotionalImpact
{
    /// <summary>Hardly anything moves.</summary>
    Boring,

    /// <summary>Something moves, not much.</summary>
    Neutral,

    /// <summary>Rhythm, level or harmony carry it along.</summary>
    Engaging,

    /// <summary>Rhythm, level and harmony move at once.</summary>
    Captivating,
}
