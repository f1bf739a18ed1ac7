namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>The last frames of a stream, and what the model reads of them.</summary>
internal sealed class DrumContext
{
    private const int Kept = 32;
    private readonly float[][] _frames = [.. Enumerable.Range(0, Kept).Select(_ => Silence())];
    private long _pushed;

    /// <summary>The frame in question: the last one that has all frames after it; negative before there is one.</summary>
    public long Centre => _pushed - 1 - DrumFraming.FramesAfter;

    /// <summary>A frame of silence.</summary>
    public static float[] Silence()
    {
        float[] frame = new float[DrumFraming.Bands];
        Array.Fill(frame, DrumFraming.LeastBel);
        return frame;
    }

    /// <summary>Takes the next frame.</summary>
    public void Push(ReadOnlySpan<float> bands)
    {
        bands.CopyTo(_frames[_pushed % Kept]);
        _pushed++;
    }

    /// <summary>A frame near the one in question.</summary>
    /// <param name="offset">How many frames later, from -<see cref="DrumFraming.FramesBefore"/> to <see cref="DrumFraming.FramesAfter"/>.</param>
    /// <returns>Levels in bel [<see cref="DrumFraming.Bands"/>].</returns>
    public ReadOnlySpan<float> At(int offset) => _frames[(Centre + offset + Kept) % Kept];

    /// <summary>Puts together what the model reads.</summary>
    /// <param name="input">[<see cref="DrumFraming.InputCount"/>]</param>
    public void Fill(Span<float> input)
    {
        foreach (int offset in DrumFraming.LongOffsets)
        {
            At(offset)[..DrumFraming.LongBands].CopyTo(input);
            input = input[DrumFraming.LongBands..];
        }

        foreach (int offset in DrumFraming.ShortOffsets)
        {
            At(offset)[DrumFraming.LongBands..].CopyTo(input);
            input = input[DrumFraming.ShortBands..];
        }
    }
}
