using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription;

/// <summary>Follows a melody through a recording of any length, in stretches of two and a half minutes that are cut where it is quietest.</summary>
internal static class MelodyStretches
{
    private const int SampleRateHz = 22050;
    private const int BlockFrames = 16384;
    private const int LongestStretchSeconds = 150;
    private const int CutSearchShare = 15;
    private const int QuietSamples = SampleRateHz / 20;

    /// <summary>Transcribes.</summary>
    /// <param name="source">The recording, any rate, channels and length.</param>
    /// <param name="stretchSeconds">The longest stretch, s.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The notes; none, with the reason, where no voice stands out anywhere.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MelodyTranscription Transcribe(
        IAudioSource source, int stretchSeconds = LongestStretchSeconds, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        int stretchSamples = stretchSeconds * SampleRateHz;
        List<TranscribedNote> notes = [];
        string? reason = null;
        float[] waiting = [];
        int count = 0;
        long done = 0;

        void Follow(int samples)
        {
            double start = (double)done / SampleRateHz;
            MelodyTranscription melody = MelodyTranscriber.Transcribe(
                new AudioBuffer([waiting[..samples]], SampleRateHz), MelodyTranscriptionOptions.Melody, null, cancellationToken);
            notes.AddRange(melody.Notes.Select(note => note with { OnsetSeconds = note.OnsetSeconds + start, OffsetSeconds = note.OffsetSeconds + start }));
            reason ??= melody.NothingFoundReason;
            done += samples;
            waiting.AsSpan(samples, count - samples).CopyTo(waiting);
            count -= samples;
        }

        MonoReader.Read(
            source,
            SampleRateHz,
            BlockFrames,
            samples =>
            {
                if (waiting.Length < count + samples.Length)
                {
                    Array.Resize(ref waiting, Math.Max(count + samples.Length, Math.Min(2 * waiting.Length, stretchSamples + BlockFrames)));
                }

                samples.CopyTo(waiting.AsSpan(count));
                count += samples.Length;
                if (count >= stretchSamples)
                {
                    Follow(QuietestSample(waiting, count, stretchSamples / CutSearchShare));
                }
            },
            progress,
            cancellationToken);
        Follow(count);
        progress?.Report(1);
        return new MelodyTranscription(notes, notes.Count == 0 ? reason ?? "No voice stands out clearly enough to be written down." : null);
    }

    private static int QuietestSample(float[] samples, int count, int searched)
    {
        (int best, float least) = (count, float.PositiveInfinity);
        for (int first = count - searched; first + QuietSamples <= count; first += QuietSamples)
        {
            float power = TensorPrimitives.SumOfSquares<float>(samples.AsSpan(first, QuietSamples));
            (best, least) = power < least ? (first + (QuietSamples / 2), power) : (best, least);
        }

        return best;
    }
}
