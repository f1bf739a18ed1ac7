namespace GrooveGuru.Core.Transcription;

/// <summary>Writes down what has a pitch in a recording.</summary>
/// <param name="mode">Auto, poly or mono.</param>
/// <param name="progress">Told the share that is done, 0 to 1.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate NoteTranscription PitchedTranscription(TranscriptionMode mode, IProgress<double>? progress, CancellationToken cancellationToken);
