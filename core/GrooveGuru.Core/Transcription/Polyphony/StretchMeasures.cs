using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>What is the same for all pitches of a frame, and for all candidates of a stretch.</summary>
internal sealed class StretchMeasures
{
    /// <summary>How many measures the whole stretch has.</summary>
    public const int GlobalCount = 8;

    private readonly float[] _flux;
    private readonly float[] _onsetSums;
    private readonly float[] _noteSums;

    /// <param name="heard">What was heard.</param>
    /// <param name="candidates">All candidates of it.</param>
    public StretchMeasures(HeardStretch heard, NoteCandidate[] candidates)
    {
        _flux = new float[heard.FrameCount];
        _onsetSums = new float[heard.FrameCount];
        _noteSums = new float[heard.FrameCount];
        for (int frame = 0; frame < heard.FrameCount; frame++)
        {
            float flux = 0;
            for (int pitch = 0; pitch < PitchLevels.PitchCount; pitch++)
            {
                flux += Math.Clamp(heard.Level(frame + 1, pitch) - heard.Level(frame - 1, pitch), 0, 1);
            }

            _flux[frame] = flux / 10;
            _noteSums[frame] = System.Numerics.Tensors.TensorPrimitives.Sum(heard.Notes(frame));
            for (int pitch = 0; pitch < BasicPitchFraming.PitchCount; pitch++)
            {
                _onsetSums[frame] += heard.Onset(frame, pitch);
            }
        }

        Global = Measure(heard, candidates);
    }

    /// <summary>Density, certainty and noise of the stretch [<see cref="GlobalCount"/>].</summary>
    public float[] Global { get; }

    /// <summary>How much all levels rise at a frame, in units of 200 dB.</summary>
    public float FluxAt(int frame) => At(_flux, frame);

    /// <summary>The sum of all onset readings of a frame.</summary>
    public float OnsetsAt(int frame) => At(_onsetSums, frame);

    /// <summary>The sum of all note readings of a frame.</summary>
    public float NotesAt(int frame) => At(_noteSums, frame);

    private static float At(float[] values, int frame) => (uint)frame < (uint)values.Length ? values[frame] : 0;

    private float[] Measure(HeardStretch heard, NoteCandidate[] candidates)
    {
        float seconds = Math.Max(1, heard.FrameCount * (float)BasicPitchFraming.HopLength / BasicPitchFraming.SampleRateHz);
        float[] onsets = [.. candidates.Where(candidate => candidate.Strength >= 2).Select(candidate => candidate.Strength - 2).Order()];
        float[] clear = [.. onsets.Where(onset => onset >= 0.3f)];
        float notes = 0;
        int sounding = 0, certain = 0;
        for (int frame = 0; frame < heard.FrameCount; frame++)
        {
            foreach (float note in heard.Notes(frame))
            {
                notes += note > 0.3f ? note : 0;
                sounding += note > 0.3f ? 1 : 0;
                certain += note > 0.7f ? 1 : 0;
            }
        }

        float[] flux = [.. _flux.Order()];
        return
        [
            sounding / (float)Math.Max(1, heard.FrameCount) / 4,
            notes / Math.Max(1, sounding),
            certain / (float)Math.Max(1, sounding),
            candidates.Length / seconds / 40,
            onsets.Length / seconds / 20,
            clear.Length / seconds / 10,
            clear.Length > 0 ? clear.Average() : 0,
            flux.Length > 0 ? flux[(int)(0.9 * (flux.Length - 1))] - flux[flux.Length / 2] : 0,
        ];
    }
}
