using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Concurrency;
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

    // How far the notes that the model makes of a vibrato lie apart.
    private const int VibratoSemitones = 2;

    // Of the work: of all three ways to hear, and of the two without the model.
    private const double NotesShare = 0.5;
    private const double VoiceShare = 0.4;

    // What the model takes for notes of one voice: itself and its overtones.
    private static readonly int[] Overtones = [0, 12, 19, 24, 28, 31];

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
        return mode switch
        {
            TranscriptionMode.Poly => Several(FindNotes(open, model, progress, cancellationToken)),
            TranscriptionMode.Mono => OneVoice(open, model, progress, cancellationToken),
            _ => WhatFits(open, model, progress, cancellationToken),
        };
    }

    // One voice was asked for: three ways to hear it go side by side.
    private static NoteTranscription OneVoice(
        Func<IAudioSource> open, INoteModel model, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<TranscribedNote> notes = [];
        JointProgress parts = new(progress, NotesShare, 1 - NotesShare);
        (VoiceTrack Track, MelodyTranscription Melody)? voice = null;
        SideBySide.Run(
            cancellationToken,
            ending => notes = FindNotes(open, model, parts.Of(0), ending),
            ending => voice = FollowVoice(open, parts.Of(1), ending));
        progress?.Report(1);
        return MonoTranscriber.Transcribe(voice!.Value.Track, voice.Value.Melody, notes);
    }

    // A voice is followed only where there are not too many chords for one, whatever its vibrato makes of it.
    private static NoteTranscription WhatFits(
        Func<IAudioSource> open, INoteModel model, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<TranscribedNote> notes = FindNotes(open, model, PartProgress.Of(progress, 0, NotesShare), cancellationToken);
        if (notes.Count > 0 && ShareOfChords(notes, VibratoSemitones) < ClearMonophonicShare)
        {
            VoiceTrack track = Follow(open, PartProgress.Of(progress, NotesShare, NotesShare + ((1 - NotesShare) * VoiceShare)), cancellationToken);
            if (IsOneVoice(track, notes))
            {
                MelodyTranscription melody = MonoTranscriber.FollowMelody(
                    open, PartProgress.Of(progress, NotesShare + ((1 - NotesShare) * VoiceShare), 1), cancellationToken);
                return MonoTranscriber.Transcribe(track, melody, notes);
            }
        }

        progress?.Report(1);
        return Several(notes);
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
        (VoiceTrack track, MelodyTranscription melody) = FollowVoice(open, progress, cancellationToken);
        return MonoTranscriber.Transcribe(track, melody, null);
    }

    /// <summary>Whether a voice sounds alone: its period is clear, and the model hears no chords but those of its vibrato; where there is no model, the first alone.</summary>
    internal static bool IsAlone(VoiceTrack track, IReadOnlyList<TranscribedNote>? notes)
        => VoiceTranscriber.IsAlone(track) && (notes is null
            || ShareOfChords(notes) < ClearMonophonicShare
            || ShareOfChords(track.Vibrato.OnTones(notes)) < ClearMonophonicShare);

    private static bool IsOneVoice(VoiceTrack track, IReadOnlyList<TranscribedNote> notes)
        => IsAlone(track, notes) || ShareOfChords(notes) < MonophonicShare;

    private static IReadOnlyList<TranscribedNote> FindNotes(
        Func<IAudioSource> open, INoteModel model, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using IAudioSource source = open();
        return NoteFinder.Find(source, model, progress, cancellationToken);
    }

    private static (VoiceTrack Track, MelodyTranscription Melody) FollowVoice(
        Func<IAudioSource> open, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        VoiceTrack? track = null;
        MelodyTranscription? melody = null;
        JointProgress parts = new(progress, VoiceShare, 1 - VoiceShare);
        SideBySide.Run(
            cancellationToken,
            ending => melody = MonoTranscriber.FollowMelody(open, parts.Of(1), ending),
            ending => track = Follow(open, parts.Of(0), ending));
        progress?.Report(1);
        return (track!, melody!);
    }

    private static VoiceTrack Follow(Func<IAudioSource> open, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using IAudioSource source = open();
        return VoiceFollower.Follow(source, progress, cancellationToken);
    }

    private static NoteTranscription Several(IReadOnlyList<TranscribedNote> notes)
        => NoteTranscription.Of(TranscriptionMode.Poly, notes, notes.Count == 0 ? "Nothing here has a pitch that stands out." : null);

    /// <summary>The share of the sounding time in which several notes sound that are not overtones of each other, 0 to 1.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="reachSemitones">How near to the lowest note or to one of its overtones a note is taken for these.</param>
    public static double ShareOfChords(IReadOnlyList<TranscribedNote> notes, int reachSemitones = 0)
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
                together += open.Any(other => !Overtones.Any(overtone => Math.Abs(other.MidiPitch - lowest - overtone) <= reachSemitones)) ? time - last : 0;
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
