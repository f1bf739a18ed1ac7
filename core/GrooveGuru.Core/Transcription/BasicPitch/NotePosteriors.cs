namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>What the model heard over a stretch of time: probabilities for each frame, 0 to 1.</summary>
public sealed class NotePosteriors
{
    private float[] _note = [];
    private float[] _onset = [];
    private float[] _contour = [];

    /// <summary>The frames that are held.</summary>
    public int FrameCount { get; private set; }

    /// <summary>How likely each note sounds [frame x 88].</summary>
    public ReadOnlySpan<float> Note => _note.AsSpan(0, FrameCount * BasicPitchFraming.PitchCount);

    /// <summary>How likely each note begins [frame x 88].</summary>
    public ReadOnlySpan<float> Onset => _onset.AsSpan(0, FrameCount * BasicPitchFraming.PitchCount);

    /// <summary>How likely each pitch sounds [frame x 264].</summary>
    public ReadOnlySpan<float> Contour => _contour.AsSpan(0, FrameCount * BasicPitchFraming.ContourBinCount);

    /// <summary>Adds frames at the end.</summary>
    /// <param name="note">[frame x 88].</param>
    /// <param name="onset">[frame x 88].</param>
    /// <param name="contour">[frame x 264].</param>
    public void Append(ReadOnlySpan<float> note, ReadOnlySpan<float> onset, ReadOnlySpan<float> contour)
    {
        int frames = note.Length / BasicPitchFraming.PitchCount;
        Grow(ref _note, (FrameCount + frames) * BasicPitchFraming.PitchCount);
        Grow(ref _onset, (FrameCount + frames) * BasicPitchFraming.PitchCount);
        Grow(ref _contour, (FrameCount + frames) * BasicPitchFraming.ContourBinCount);
        note.CopyTo(_note.AsSpan(FrameCount * BasicPitchFraming.PitchCount));
        onset.CopyTo(_onset.AsSpan(FrameCount * BasicPitchFraming.PitchCount));
        contour.CopyTo(_contour.AsSpan(FrameCount * BasicPitchFraming.ContourBinCount));
        FrameCount += frames;
    }

    /// <summary>A copy of the first frames.</summary>
    public NotePosteriors First(int frameCount)
    {
        NotePosteriors first = new();
        first.Append(
            Note[..(frameCount * BasicPitchFraming.PitchCount)],
            Onset[..(frameCount * BasicPitchFraming.PitchCount)],
            Contour[..(frameCount * BasicPitchFraming.ContourBinCount)]);
        return first;
    }

    /// <summary>Takes the first frames away; the rest moves to the beginning.</summary>
    public void Drop(int frameCount)
    {
        Note[(frameCount * BasicPitchFraming.PitchCount)..].CopyTo(_note);
        Onset[(frameCount * BasicPitchFraming.PitchCount)..].CopyTo(_onset);
        Contour[(frameCount * BasicPitchFraming.ContourBinCount)..].CopyTo(_contour);
        FrameCount -= frameCount;
    }

    private static void Grow(ref float[] values, int count)
    {
        if (values.Length < count)
        {
            Array.Resize(ref values, Math.Max(count, values.Length + (values.Length / 2)));
        }
    }
}
