using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Concurrency;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription;

/// <summary>Writes down the leading voice of a recording, alone or in a mix, as notes.</summary>
/// <remarks>
/// Salience from harmonic sums (Salamon and Gómez 2012, IEEE TASLP 20(6)), a Viterbi path through it, and notes cut out of the
/// path. One voice at a time; working rate 22 050 Hz, a frame each 11.6 ms.
/// </remarks>
public static class MelodyTranscriber
{
    private const int WorkingRateHz = 22050;
    private const int HopLength = 256;
    private const int MixBlockFrames = 4096;
    private const int LevelHarmonics = 6;
    private const double LeastClearSalience = 0.02;
    private const double LeastConfidence = 0.3;

    /// <summary>Energy on the harmonics of a note; in white noise six harmonics hold 0.03 to 0.145 by chance.</summary>
    private const double LeastEnergyShare = 0.15;

    /// <summary>Strokes of drums have pitches too; a voice sounds longer, or more of the time.</summary>
    private const double StrokeSeconds = 0.2;
    private const double LeastCoverage = 0.15;
    private const int LeastStrokes = 8;
    private const double OnePitchShare = 0.6;
    private const double OnePitchCoverage = 0.35;

    /// <summary>Transcribes one voice.</summary>
    /// <param name="audio">The recording, any rate and number of channels; what is no sample (see <see cref="FiniteSamples"/>) is taken as silence.</param>
    /// <param name="options">Where to look; <see cref="MelodyTranscriptionOptions.Melody"/> where null.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The notes; none, with the reason, where no voice stands out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range of pitches is empty or outside 0 to 127.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MelodyTranscription Transcribe(
        AudioBuffer audio,
        MelodyTranscriptionOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        options ??= MelodyTranscriptionOptions.Melody;
        ArgumentOutOfRangeException.ThrowIfNegative(options.LowestMidiPitch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.HighestMidiPitch, 127);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HighestMidiPitch, options.LowestMidiPitch);

        float[] samples = MixDown(audio);
        if (samples.Length < WorkingRateHz * options.MinimumNoteSeconds)
        {
            return Nothing("The recording is too short to hold a note.", progress);
        }

        var grid = new PitchGrid(options.LowestMidiPitch, options.HighestMidiPitch);
        float[][] scores = Salience(samples, options.WindowSeconds, grid, cancellationToken);
        progress?.Report(0.7);

        float clear = ClearSalience(scores);
        if (clear < LeastClearSalience)
        {
            return Nothing("There is no pitched sound in this range.", progress);
        }

        Normalise(scores, clear, options, grid);
        int[] path = MelodyTracker.Track(scores, (float)options.VoicingThreshold, cancellationToken);
        progress?.Report(0.8);
        double[] pitches = path.Select(bin => bin < 0 ? double.NaN : grid.PitchAt(bin)).ToArray();
        (float[] levels, float[] shares) = Levels(samples, pitches, cancellationToken);
        progress?.Report(0.95);
        TranscribedNote[] notes = CutNotes(pitches, levels, shares, path, scores, options);
        notes = MelodyOutliers.Remove(notes);
        notes = RefineOnsets(notes, samples);
        if (notes.Length == 0)
        {
            return Nothing("No voice stands out clearly enough to be written down.", progress);
        }

        return AreDrumStrokes(notes, audio.DurationSeconds)
            ? Nothing("What has a pitch here are short strokes, like those of drums; there is no melody to write down.", progress)
            : Done(notes, progress);
    }

    private static float[][] Salience(float[] samples, double windowSeconds, PitchGrid grid, CancellationToken cancellationToken)
    {
        float[][] scores = new float[(samples.Length / HopLength) + 1][];
        SideBySide.RunRanges(scores.Length, SideBySide.ThreadCount, (_, first, end, ending) =>
        {
            SalienceAnalyser analyser = new(WorkingRateHz, windowSeconds, grid);
            for (int frame = first; frame < end; frame++)
            {
                ending.ThrowIfCancellationRequested();
                scores[frame] = new float[grid.Count];
                analyser.Analyse(samples, frame * HopLength, scores[frame]);
            }
        }, cancellationToken);
        return scores;
    }

    private static bool AreDrumStrokes(TranscribedNote[] notes, double durationSeconds)
    {
        double[] lengths = notes.Select(note => note.OffsetSeconds - note.OnsetSeconds).Order().ToArray();
        double coverage = lengths.Sum() / durationSeconds;
        double onePitchShare = (double)notes.CountBy(note => note.MidiPitch).Max(pitch => pitch.Value) / notes.Length;
        return (lengths[lengths.Length / 2] < StrokeSeconds && coverage < LeastCoverage)
            || (notes.Length >= LeastStrokes && onePitchShare > OnePitchShare && coverage < OnePitchCoverage);
    }

    private static float Median(ReadOnlySpan<float> values)
    {
        float[] sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static MelodyTranscription Nothing(string reason, IProgress<double>? progress)
    {
        progress?.Report(1);
        return new MelodyTranscription([], reason);
    }

    private static MelodyTranscription Done(IReadOnlyList<TranscribedNote> notes, IProgress<double>? progress)
    {
        progress?.Report(1);
        return new MelodyTranscription(notes, null);
    }

    private static float[] MixDown(AudioBuffer audio)
    {
        float[] mono = new float[audio.FrameCount];
        float[] block = new float[Math.Min(mono.Length, MixBlockFrames)];
        foreach (float[] channel in audio.Channels)
        {
            for (int start = 0; start < mono.Length; start += MixBlockFrames)
            {
                Span<float> cleaned = block.AsSpan(0, Math.Min(MixBlockFrames, mono.Length - start));
                channel.AsSpan(start, cleaned.Length).CopyTo(cleaned);
                FiniteSamples.Clean(cleaned);
                Span<float> sum = mono.AsSpan(start, cleaned.Length);
                TensorPrimitives.Add(sum, cleaned, sum);
            }
        }

        TensorPrimitives.Divide(mono, audio.ChannelCount, mono);

        return Resampler.Resample(mono, audio.SampleRateHz, WorkingRateHz);
    }

    /// <summary>What the strongest pitch of a frame reaches in the clearer part of the frames.</summary>
    private static float ClearSalience(float[][] scores)
    {
        float[] best = scores.Select(frame => TensorPrimitives.Max<float>(frame)).Order().ToArray();
        return best[(int)(0.9 * (best.Length - 1))];
    }

    private static void Normalise(float[][] scores, float clear, MelodyTranscriptionOptions options, PitchGrid grid)
    {
        foreach (float[] frame in scores)
        {
            for (int bin = 0; bin < frame.Length; bin++)
            {
                double semitonesUp = grid.PitchAt(bin) - options.LowestMidiPitch;
                frame[bin] = (float)(frame[bin] / clear * (1 + (options.HighPitchBias * semitonesUp)));
            }
        }
    }

    /// <summary>Mean log magnitude of the harmonics along the path, with a window short enough to show strokes.</summary>
    private static (float[] Levels, float[] Shares) Levels(float[] samples, double[] pitches, CancellationToken cancellationToken)
    {
        const double StrokeWindowSeconds = 0.046;
        var grid = new PitchGrid(60, 61);
        float[] levels = new float[pitches.Length];
        float[] shares = new float[pitches.Length];
        SideBySide.RunRanges(levels.Length, SideBySide.ThreadCount, (_, first, end, ending) =>
        {
            SalienceAnalyser analyser = new(WorkingRateHz, StrokeWindowSeconds, grid);
            float[] unused = new float[grid.Count];
            for (int frame = first; frame < end; frame++)
            {
                ending.ThrowIfCancellationRequested();
                if (double.IsNaN(pitches[frame]))
                {
                    continue;
                }

                analyser.Analyse(samples, frame * HopLength, unused);
                double fundamentalHz = PitchGrid.FrequencyHz(pitches[frame]);
                double sum = 0;
                for (int harmonic = 1; harmonic <= LevelHarmonics; harmonic++)
                {
                    sum += Math.Log(analyser.MagnitudeAt(harmonic * fundamentalHz) + 1e-4);
                }

                levels[frame] = (float)(sum / LevelHarmonics);
                shares[frame] = analyser.EnergyShare(fundamentalHz);
            }
        }, cancellationToken);
        return (levels, shares);
    }

    private static TranscribedNote[] RefineOnsets(TranscribedNote[] notes, float[] samples)
    {
        var refiner = new OnsetRefiner(samples, WorkingRateHz);
        var refined = new TranscribedNote[notes.Length];
        for (int index = 0; index < notes.Length; index++)
        {
            TranscribedNote note = notes[index];
            TranscribedNote? before = index > 0 ? refined[index - 1] : null;
            bool repeats = before is not null && before.MidiPitch == note.MidiPitch && before.OffsetSeconds >= note.OnsetSeconds - 0.02;
            double earliest = before is null ? 0 : before.OnsetSeconds + 0.04;
            double onset = repeats ? note.OnsetSeconds : Math.Max(earliest, refiner.Refine(note.OnsetSeconds, earliest, note.MidiPitch));
            refined[index] = note with { OnsetSeconds = Math.Min(onset, note.OffsetSeconds - 0.01) };
            if (before is not null && before.OffsetSeconds > refined[index].OnsetSeconds)
            {
                refined[index - 1] = before with { OffsetSeconds = refined[index].OnsetSeconds };
            }
        }

        return refined;
    }

    private static TranscribedNote[] CutNotes(
        double[] pitches, float[] levels, float[] shares, int[] path, float[][] scores, MelodyTranscriptionOptions options)
    {
        const double FrameRateHz = (double)WorkingRateHz / HopLength;
        var segmenter = new NoteSegmenter(pitches, levels, FrameRateHz);
        var found = new List<(int First, int Last, int Pitch, float Level, double Confidence)>();
        foreach (var (first, last) in segmenter.Segment())
        {
            double confidence = Enumerable.Range(first, last - first).Average(frame => scores[frame][path[frame]]);
            float share = Median(shares.AsSpan(first, last - first));
            int pitch = (int)Math.Round(segmenter.MedianPitch(first, last));
            if ((last - first) / FrameRateHz >= options.MinimumNoteSeconds && confidence >= LeastConfidence
                && share >= LeastEnergyShare && pitch is >= 0 and <= 127)
            {
                found.Add((first, last, pitch, TensorPrimitives.Max<float>(levels.AsSpan(first, last - first)), Math.Min(1, confidence)));
            }
        }

        float loudest = found.Count == 0 ? 0 : found.Max(note => note.Level);
        return found
            .Select(note => new TranscribedNote(
                note.First / FrameRateHz,
                note.Last / FrameRateHz,
                note.Pitch,
                (int)Math.Clamp(Math.Round(112 + (20 * (note.Level - loudest))), 20, 127),
                note.Confidence))
            .ToArray();
    }
}
