using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Writes down the drums of a recording, alone or among other instruments, as General MIDI percussion.</summary>
/// <remarks>
/// A small network hears strokes of eight kinds in the levels around each frame (10 ms), several at once; strokes that sound alike
/// are then heard alike, toms are told apart by their pitch. Memory grows with the number of strokes only.
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
        DrumTranscription heard = Hear(open, progress, cancellationToken);
        return heard.Notes.Count == 0 || !heard.Presence.HasStrokes
            ? new NoteTranscription([], "No strokes of drums stand out.")
            : NoteTranscription.Of(TranscriptionMode.Drums, heard.Notes, null) with { Remark = heard.Presence.HasDrums ? null : DrumPresence.DoubtfulRemark };
    }

    /// <summary>Hears strokes, and whether there are drums and anything else: what decides how a recording is written down.</summary>
    /// <param name="open">Opens the recording from its beginning; called twice.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DrumTranscription Hear(
        Func<IAudioSource> open, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Hear(open, DrumModel.Create(), progress, cancellationToken);
    }

    /// <summary>Hears with a model that does not ship.</summary>
    internal static DrumTranscription Hear(
        Func<IAudioSource> open, DrumModel model, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        HeardStrokes heard = StrokeHearing.Hear(open, model, PartProgress.Of(progress, 0, HearingShare), cancellationToken);
        IReadOnlyList<DrumHit> hits = DrumKit.Read(StrokeClusters.Agree(heard.Strokes));
        progress?.Report(1);
        return new DrumTranscription([.. hits.Select(NoteOf)], DrumPresence.Of(heard));
    }

    private static TranscribedNote NoteOf(DrumHit hit) =>
        new(hit.Seconds, hit.Seconds + NoteSeconds, hit.Key, hit.Velocity, hit.Probability);
}
