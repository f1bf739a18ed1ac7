namespace GrooveGuru.Core.Transcription;

/// <summary>How notes are looked for.</summary>
public enum TranscriptionMode
{
    /// <summary>As what is heard asks for.</summary>
    Auto,

    /// <summary>Several notes at once, by the model.</summary>
    Poly,

    /// <summary>One note at a time: voice, bass, lead.</summary>
    Mono,

    /// <summary>Strokes of drums, as General MIDI percussion.</summary>
    Drums,
}
