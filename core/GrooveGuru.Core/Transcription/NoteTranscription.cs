namespace GrooveGuru.Core.Transcription;

/// <summary>What was written down of a recording.</summary>
/// <param name="Parts">What was heard, each part in the way that fits it; empty where nothing was.</param>
/// <param name="NothingFoundReason">A sentence that says why there is no part; null where there are.</param>
public sealed record NoteTranscription(IReadOnlyList<TranscribedPart> Parts, string? NothingFoundReason)
{
    /// <summary>What the user should know of how it was heard, a sentence; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>One part, or none with the reason.</summary>
    public static NoteTranscription Of(TranscriptionMode mode, IReadOnlyList<TranscribedNote> notes, string? nothingFoundReason)
        => nothingFoundReason is null ? new NoteTranscription([new TranscribedPart(mode, notes)], null) : new NoteTranscription([], nothingFoundReason);
}
