using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>What is known of a stretch of a recording before notes are made of it.</summary>
/// <remarks>Outside of the stretch nothing sounds: every reading is defined at every frame and pitch.</remarks>
internal sealed class HeardStretch
{
    private const int Pitches = BasicPitchFraming.PitchCount;

    private readonly float[] _note;
    private readonly float[] _onset;
    private readonly float[] _levels;

    /// <param name="posteriors">What the model heard.</param>
    /// <param name="levels">Level of each semitone [frame x <see cref="PitchLevels.PitchCount"/>], dB; as many frames, or more.</param>
    public HeardStretch(NotePosteriors posteriors, ReadOnlySpan<float> levels)
    {
        FrameCount = posteriors.FrameCount;
        Posteriors = posteriors;
        _note = posteriors.Note.ToArray();
        _onset = posteriors.Onset.ToArray();
        _levels = levels[..(FrameCount * PitchLevels.PitchCount)].ToArray();
        LoudDb = Loud();
    }

    /// <summary>Frames.</summary>
    public int FrameCount { get; }

    /// <summary>What the model heard.</summary>
    public NotePosteriors Posteriors { get; }

    /// <summary>The level that the loudest semitone passes in one frame of twenty, dB.</summary>
    public float LoudDb { get; }

    /// <summary>How likely a note sounds, 0 to 1.</summary>
    public float Note(int frame, int pitch) => Inside(frame, pitch) ? _note[(frame * Pitches) + pitch] : 0;

    /// <summary>How likely a note begins, 0 to 1.</summary>
    public float Onset(int frame, int pitch) => Inside(frame, pitch) ? _onset[(frame * Pitches) + pitch] : 0;

    /// <summary>Level of a semitone against the loudest, in units of 20 dB; -3.5 and more.</summary>
    public float Level(int frame, int pitch)
        => (uint)frame < (uint)FrameCount && (uint)pitch < PitchLevels.PitchCount
            ? Math.Max(-3.5f, (_levels[(frame * PitchLevels.PitchCount) + pitch] - LoudDb) / 20)
            : -3.5f;

    /// <summary>All notes of a frame [88].</summary>
    public ReadOnlySpan<float> Notes(int frame) => (uint)frame < (uint)FrameCount ? _note.AsSpan(frame * Pitches, Pitches) : Silence;

    private static ReadOnlySpan<float> Silence => Nothing;

    private static readonly float[] Nothing = new float[Pitches];

    private bool Inside(int frame, int pitch) => (uint)frame < (uint)FrameCount && (uint)pitch < Pitches;

    private float Loud()
    {
        if (FrameCount == 0)
        {
            return PitchLevels.FloorDb;
        }

        float[] most = new float[FrameCount];
        for (int frame = 0; frame < FrameCount; frame++)
        {
            most[frame] = System.Numerics.Tensors.TensorPrimitives.Max<float>(_levels.AsSpan(frame * PitchLevels.PitchCount, PitchLevels.PitchCount));
        }

        Array.Sort(most);
        return most[(int)(0.95 * (FrameCount - 1))];
    }
}
