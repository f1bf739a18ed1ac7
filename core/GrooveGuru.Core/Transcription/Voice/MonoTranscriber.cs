using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Writes down one voice: what three ways agree on where it sounds alone, the melody where it leads others.</summary>
internal static class MonoTranscriber
{
    private const double MelodyShare = 0.9;

    /// <summary>Transcribes.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="track">The voice, as it was followed.</param>
    /// <param name="notes">All notes that the model heard; null where there is no model.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription Transcribe(
        Func<IAudioSource> open,
        VoiceTrack track,
        IReadOnlyList<TranscribedNote>? notes,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        MelodyTranscription melody;
        using (IAudioSource source = open())
        {
            melody = MelodyStretches.Transcribe(source, progress: PartProgress.Of(progress, 0, MelodyShare), cancellationToken: cancellationToken);
        }

        Vibrato vibrato = new(track);
        IReadOnlyList<TranscribedNote> voice = VoiceTranscriber.Notes(track), sung = vibrato.Join(melody.Notes, voice);
        bool alone = NoteTranscriber.IsAlone(track, notes);
        if (alone && notes is not null)
        {
            IReadOnlyList<TranscribedNote> agreed = vibrato.Join(NoteVote.OfVoice(sung, notes, voice), voice);
            progress?.Report(1);
            return NoteTranscription.Of(
                TranscriptionMode.Mono,
                [.. agreed.Select(note => note with { Bends = VoiceBends.Of(track, note) })],
                agreed.Count == 0 ? melody.NothingFoundReason ?? "No voice stands out clearly enough to be written down." : null);
        }

        progress?.Report(1);
        IReadOnlyList<TranscribedNote> led = alone ? [.. sung.Select(note => note with { Bends = VoiceBends.Of(track, note) })] : sung;
        return NoteTranscription.Of(TranscriptionMode.Mono, led, melody.NothingFoundReason);
    }
}
