using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Writes down one voice: what three ways agree on where it sounds alone, the melody where it leads others.</summary>
internal static class MonoTranscriber
{
    /// <summary>Follows the melody, alone or in a mix.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MelodyTranscription FollowMelody(Func<IAudioSource> open, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using IAudioSource source = open();
        return MelodyStretches.Transcribe(source, progress: progress, cancellationToken: cancellationToken);
    }

    /// <summary>Transcribes.</summary>
    /// <param name="track">The voice, as it was followed.</param>
    /// <param name="melody">The melody, as it was followed.</param>
    /// <param name="notes">All notes that the model heard; null where there is no model.</param>
    public static NoteTranscription Transcribe(VoiceTrack track, MelodyTranscription melody, IReadOnlyList<TranscribedNote>? notes)
    {
        IReadOnlyList<TranscribedNote> voice = VoiceTranscriber.Notes(track), sung = track.Vibrato.Join(melody.Notes, voice);
        bool alone = NoteTranscriber.IsAlone(track, notes);
        if (alone && notes is not null)
        {
            IReadOnlyList<TranscribedNote> agreed = track.Vibrato.Join(NoteVote.OfVoice(sung, notes, voice), voice);
            return NoteTranscription.Of(
                TranscriptionMode.Mono,
                [.. agreed.Select(note => note with { Bends = VoiceBends.Of(track, note) })],
                agreed.Count == 0 ? melody.NothingFoundReason ?? "No voice stands out clearly enough to be written down." : null);
        }

        IReadOnlyList<TranscribedNote> led = alone ? [.. sung.Select(note => note with { Bends = VoiceBends.Of(track, note) })] : sung;
        return NoteTranscription.Of(TranscriptionMode.Mono, led, melody.NothingFoundReason);
    }
}
