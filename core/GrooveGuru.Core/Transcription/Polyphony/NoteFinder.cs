using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>Writes down all notes of a recording: Basic Pitch hears it, and a model of our own decides what of it are notes.</summary>
/// <remarks>
/// What is heard is made into notes in stretches of five minutes, cut where the least sounds, so that memory does not grow with the
/// length.
/// </remarks>
internal static class NoteFinder
{
    private const double FramesPerSecond = (double)BasicPitchFraming.SampleRateHz / BasicPitchFraming.HopLength;
    private const int StretchFrames = (int)(300 * FramesPerSecond);
    private const int CutSearchFrames = (int)(30 * FramesPerSecond);
    private const double HearingShare = 0.9;

    /// <summary>Transcribes.</summary>
    /// <param name="source">The recording, any rate, channels and length.</param>
    /// <param name="model">Hears it.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The notes by onset; empty where none is heard.</returns>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TranscribedNote> Find(
        IAudioSource source, INoteModel model, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        NotePosteriors waiting = new();
        PitchLevels levels = new();
        List<TranscribedNote> notes = [];
        int done = 0;
        NoteHearing.Hear(
            source,
            model,
            (note, onset, contour) =>
            {
                waiting.Append(note, onset, contour);
                if (waiting.FrameCount >= StretchFrames)
                {
                    int cut = QuietestFrame(waiting);
                    notes.AddRange(NoteChooser.Choose(new HeardStretch(waiting.First(cut), levels.Levels), NoteModel.Shipped, done, cancellationToken));
                    waiting.Drop(cut);
                    levels.Drop(cut);
                    done += cut;
                }
            },
            PartProgress.Of(progress, 0, HearingShare),
            levels.Push,
            cancellationToken);
        levels.Complete(waiting.FrameCount);
        notes.AddRange(NoteChooser.Choose(new HeardStretch(waiting, levels.Levels), NoteModel.Shipped, done, cancellationToken));
        progress?.Report(1);
        return [.. notes.OrderBy(note => note.OnsetSeconds).ThenBy(note => note.MidiPitch)];
    }

    // Of the last half minute, so that what is cut off is as long as it can be.
    private static int QuietestFrame(NotePosteriors posteriors)
    {
        int best = posteriors.FrameCount;
        float least = float.PositiveInfinity;
        for (int frame = posteriors.FrameCount - CutSearchFrames; frame < posteriors.FrameCount; frame++)
        {
            float sounding = System.Numerics.Tensors.TensorPrimitives.Sum(
                posteriors.Note.Slice(frame * BasicPitchFraming.PitchCount, BasicPitchFraming.PitchCount));
            if (sounding < least)
            {
                (best, least) = (frame, sounding);
            }
        }

        return best;
    }
}
