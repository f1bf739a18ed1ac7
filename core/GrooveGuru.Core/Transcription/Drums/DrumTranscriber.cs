using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Writes down the drums of a recording, alone or among other instruments, as General MIDI percussion.</summary>
/// <remarks>
/// A small network hears strokes of eight kinds in the levels around each frame (10 ms), several at once; strokes that sound alike
/// are then heard alike. Memory grows with the number of strokes only.
/// </remarks>
public static class DrumTranscriber
{
    private const double HearingShare = 0.97;
    private const double NoteSeconds = 0.1;

    /// <summary>Transcribes.</summary>
    /// <param name="open">Opens the recording from its beginning; called twice.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One part of mode <see cref="TranscriptionMode.Drums"/>, or none and the reason.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription Transcribe(
        Func<IAudioSource> open, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        IReadOnlyList<Stroke> strokes = StrokeHearing.Hear(open, DrumModel.Create(), PartProgress.Of(progress, 0, HearingShare), cancellationToken);
        IReadOnlyList<DrumHit> hits = DrumKit.Read(strokes);
        progress?.Report(1);
        return hits.Count == 0
            ? new NoteTranscription([], "No strokes of drums stand out.")
            : NoteTranscription.Of(TranscriptionMode.Drums, [.. hits.Select(NoteOf)], null);
    }

    private static TranscribedNote NoteOf(DrumHit hit) =>
        new(hit.Seconds, hit.Seconds + NoteSeconds, hit.Key, hit.Velocity, hit.Probability);
}
