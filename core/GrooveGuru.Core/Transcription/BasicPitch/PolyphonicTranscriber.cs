using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>Writes down all notes of a recording with Basic Pitch.</summary>
/// <remarks>
/// What the model hears is made into notes in stretches of ten minutes, cut where the least sounds, so that memory does not grow
/// with the length. A recording of up to ten minutes is one stretch, as it is for the reference.
/// </remarks>
public static class PolyphonicTranscriber
{
    private const double FramesPerSecond = (double)BasicPitchFraming.SampleRateHz / BasicPitchFraming.HopLength;
    private const int StretchFrames = (int)(600 * FramesPerSecond);
    private const int CutSearchFrames = (int)(60 * FramesPerSecond);
    private const double HearingShare = 0.95;

    /// <summary>Transcribes.</summary>
    /// <param name="source">The recording, any rate, channels and length.</param>
    /// <param name="model">The model.</param>
    /// <param name="options">What counts as a note; the reference's where null.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The notes by onset; empty where none is heard.</returns>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<PolyphonicNote> Transcribe(
        IAudioSource source,
        INoteModel model,
        NoteCreationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new NoteCreationOptions();
        NotePosteriors waiting = new();
        List<PolyphonicNote> notes = [];
        int done = 0;

        void Make(NotePosteriors posteriors)
        {
            foreach (NoteEvent note in NoteCreation.Create(posteriors, options, cancellationToken))
            {
                notes.Add(new PolyphonicNote(
                    BasicPitchFraming.SecondsAt(done + note.StartFrame),
                    BasicPitchFraming.SecondsAt(done + note.EndFrame),
                    note.MidiPitch,
                    note.Amplitude,
                    PitchBends.Of(posteriors, note)));
            }
        }

        NoteHearing.Hear(
            source,
            model,
            (note, onset, contour) =>
            {
                waiting.Append(note, onset, contour);
                if (waiting.FrameCount >= StretchFrames)
                {
                    int cut = QuietestFrame(waiting);
                    Make(waiting.First(cut));
                    waiting.Drop(cut);
                    done += cut;
                }
            },
            PartProgress.Of(progress, 0, HearingShare),
            cancellationToken);
        Make(waiting);
        progress?.Report(1);
        return [.. notes.OrderBy(note => note.OnsetSeconds).ThenBy(note => note.MidiPitch)];
    }

    // Of the last minute, so that what is cut off is as long as it can be.
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
