using System.Runtime.ExceptionServices;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Concurrency;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Transcription;

/// <summary>Writes a recording down: its drums, its notes, or both.</summary>
public static class RecordingTranscriber
{
    private const double DrumsShare = 0.25;

    // So few notes are found by chance where there are only drums.
    private const double FewPerSecond = 0.5;

    /// <summary>Transcribes.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="mode">How to look for notes. Auto writes the drums down where there are any, and everything else where there is anything else.</param>
    /// <param name="hearPitched">Transcribes what has a pitch; called once at most, for auto beside the drums and on another thread.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription Transcribe(
        Func<IAudioSource> open,
        TranscriptionMode mode,
        PitchedTranscription hearPitched,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(hearPitched);
        return mode switch
        {
            TranscriptionMode.Drums => DrumTranscriber.Transcribe(open, progress, cancellationToken),
            TranscriptionMode.Auto => TranscribeAll(open, hearPitched, progress, cancellationToken),
            _ => TranscribePitched(open, mode, hearPitched, progress, cancellationToken),
        };
    }

    private static NoteTranscription TranscribeAll(
        Func<IAudioSource> open,
        PitchedTranscription hearPitched,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        DrumTranscription? drums = null;
        NoteTranscription? pitched = null;
        ExceptionDispatchInfo? failure = null;
        JointProgress both = new(progress, DrumsShare, 1 - DrumsShare);
        using SpareWork hearingPitched = new();
        SideBySide.Run(
            cancellationToken,
            ending =>
            {
                drums = DrumTranscriber.Hear(open, both.Of(0), ending);
                if (HasDrums(drums) && !drums.Presence.HasOthers)
                {
                    hearingPitched.End();
                }
            },
            ending => hearingPitched.Run(
                needed =>
                {
                    try
                    {
                        pitched = hearPitched(TranscriptionMode.Auto, both.Of(1), needed);
                    }
                    catch (GrooveGuruException error)
                    {
                        // A model that is missing is no reason to refuse what is written down without one: drums alone.
                        failure = ExceptionDispatchInfo.Capture(error);
                    }
                },
                ending));

        TranscribedPart[] drumPart = HasDrums(drums!) ? [new TranscribedPart(TranscriptionMode.Drums, drums!.Notes)] : [];
        if (!hearingPitched.IsNeedless)
        {
            failure?.Throw();
        }

        progress?.Report(1);
        return drumPart.Length == 0 ? pitched!
            : hearingPitched.IsNeedless ? new NoteTranscription(drumPart, null)
            : new NoteTranscription([.. pitched!.Parts, .. drumPart], null);
    }

    private static bool HasDrums(DrumTranscription drums) => drums.Presence.HasDrums && drums.Notes.Count > 0;

    private static NoteTranscription TranscribePitched(
        Func<IAudioSource> open,
        TranscriptionMode mode,
        PitchedTranscription hearPitched,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        NoteTranscription pitched = hearPitched(mode, PartProgress.Of(progress, 0, 1 - DrumsShare), cancellationToken);
        bool isDrumsAlone = IsFew(pitched)
            && DrumTranscriber.Hear(open, PartProgress.Of(progress, 1 - DrumsShare, 1), cancellationToken).Presence is { HasDrums: true, HasOthers: false };
        progress?.Report(1);
        return isDrumsAlone ? new NoteTranscription([], DrumPresence.DrumsAloneReason) : pitched;
    }

    private static bool IsFew(NoteTranscription pitched)
    {
        TranscribedNote[] notes = [.. pitched.Parts.SelectMany(part => part.Notes)];
        return notes.Length == 0 || notes.Length < FewPerSecond * notes[^1].OffsetSeconds;
    }
}
