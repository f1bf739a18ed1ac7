using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription.Polyphony;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Transcription;

/// <summary>Writes down the notes of a recording in the way that fits it.</summary>
public static class NoteTranscriber
{
    // A voice that reverberates sounds with itself for a while; two instruments sound together most of the time. Of 203 rendered
    // pieces the share was 0.29 and more on tunes, chorales and piano, and 0.29 and less on one voice.
    private const double MonophonicShare = 0.2;
    private const double ClearMonophonicShare = 0.3;
    private const double FirstShare = 0.6;
    private const double SecondShare = 0.8;

    // What the model takes for notes of one voice: its overtones.
    private static readonly int[] Overtones = [12, 19, 24, 28, 31];

    /// <summary>Transcribes.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="model">Hears several notes at once.</param>
    /// <param name="mode">How to look for notes.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription Transcribe(
        Func<IAudioSource> open,
        INoteModel model,
        TranscriptionMode mode,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        bool poly = mode == TranscriptionMode.Poly;
        IReadOnlyList<TranscribedNote> notes;
        using (IAudioSource source = open())
        {
            notes = NoteFinder.Find(source, model, PartProgress.Of(progress, 0, poly ? 1 : FirstShare), cancellationToken);
        }

        if (poly || (mode == TranscriptionMode.Auto && notes.Count == 0))
        {
            return Several(notes);
        }

        VoiceTrack track = Follow(open, PartProgress.Of(progress, FirstShare, SecondShare), cancellationToken);
        return mode == TranscriptionMode.Mono || IsOneVoice(track, notes)
            ? MonoTranscriber.Transcribe(open, track, notes, PartProgress.Of(progress, SecondShare, 1), cancellationToken)
            : Several(notes);
    }

    /// <summary>Transcribes the leading voice alone; no model is needed.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription TranscribeMelody(
        Func<IAudioSource> open, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        VoiceTrack track = Follow(open, PartProgress.Of(progress, 0, FirstShare), cancellationToken);
        return MonoTranscriber.Transcribe(open, track, null, PartProgress.Of(progress, FirstShare, 1), cancellationToken);
    }

    /// <summary>Whether a voice sounds alone: its period is clear, and the model hears no chords but those of its vibrato; where there is no model, the first alone.</summary>
    internal static bool IsAlone(VoiceTrack track, IReadOnlyList<TranscribedNote>? notes)
        => VoiceTranscriber.IsAlone(track) && (notes is null
            || ShareOfChords(notes) < ClearMonophonicShare
            || ShareOfChords(new Vibrato(track).OnTones(notes)) < ClearMonophonicShare);

    private static bool IsOneVoice(VoiceTrack track, IReadOnlyList<TranscribedNote> notes)
        => IsAlone(track, notes) || ShareOfChords(notes) < MonophonicShare;

    private static VoiceTrack Follow(Func<IAudioSource> open, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using IAudioSource source = open();
        return VoiceFollower.Follow(source, progress, cancellationToken);
    }

    private static NoteTranscription Several(IReadOnlyList<TranscribedNote> notes)
        => NoteTranscription.Of(TranscriptionMode.Poly, notes, notes.Count == 0 ? "Nothing here has a pitch that stands out." : null);

    /// <summary>The share of the sounding time in which several notes sound that are not overtones of each other, 0 to 1.</summary>
    public static double ShareOfChords(IReadOnlyList<TranscribedNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        double sounding = 0, together = 0;
        List<TranscribedNote> open = [];
        double last = 0;
        foreach ((double time, TranscribedNote note, bool begins) in notes
            .SelectMany(note => new[] { (Time: note.OnsetSeconds, Note: note, Begins: true), (Time: note.OffsetSeconds, Note: note, Begins: false) })
            .OrderBy(change => change.Time))
        {
            if (open.Count > 0)
            {
                int lowest = open.Min(other => other.MidiPitch);
                sounding += time - last;
                together += open.Any(other => other.MidiPitch != lowest && !Overtones.Contains(other.MidiPitch - lowest)) ? time - last : 0;
            }

            last = time;
            if (begins)
            {
                open.Add(note);
            }
            else
            {
                open.Remove(note);
            }
        }

        return sounding > 0 ? together / sounding : 0;
    }
}
