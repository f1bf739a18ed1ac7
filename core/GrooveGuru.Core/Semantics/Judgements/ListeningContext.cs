namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>How much attention the sound asks for.</summary>
public enum ListeningContext
{
    /// <summary>Even and sparse; it can run beside something else.</summary>
    Background,

    /// <summary>It does not mind half an ear.</summary>
    Casual,

    /// <summary>It asks to be followed.</summary>
    ActiveListening,

    /// <summary>Detailed, dynamic and clean enough to be listened into.</summary>
    Critical,
}
