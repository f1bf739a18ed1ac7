namespace GrooveGuru.Core.Features.Stages;

/// <summary>A stretch of the mono mix at the analysis rate, and the short frames that became complete with it; reused.</summary>
internal sealed class FrameBatch
{
    private readonly float[] _samples;
    private readonly List<int> _pieceEnds = [];
    private readonly List<SpectralFrame> _frames = [];
    private int _sampleCount;

    /// <summary>An empty batch.</summary>
    /// <param name="maxSamples">Room for this many samples.</param>
    public FrameBatch(int maxSamples)
    {
        _samples = new float[maxSamples];
    }

    /// <summary>Pieces that the samples came in; sums over samples are rounded piece by piece, so that a batch of many blocks gives the same.</summary>
    public int PieceCount => _pieceEnds.Count;

    /// <summary>How many frames there are.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Whether no more samples come after these.</summary>
    public bool IsLast { get; set; }

    /// <summary>Room for the next piece; say with <see cref="AddPiece"/> how many samples were written.</summary>
    public Span<float> Room => _samples.AsSpan(_sampleCount);

    /// <summary>One of the pieces: samples of the mono mix at the analysis rate.</summary>
    public ReadOnlySpan<float> Piece(int index) =>
        _samples.AsSpan((index == 0 ? 0 : _pieceEnds[index - 1]).._pieceEnds[index]);

    /// <summary>One of the frames.</summary>
    public SpectralFrame Frame(int index) => _frames[index];

    /// <summary>Makes a piece of samples that were written into <see cref="Room"/>; gives it.</summary>
    public ReadOnlySpan<float> AddPiece(int sampleCount)
    {
        _sampleCount += sampleCount;
        _pieceEnds.Add(_sampleCount);
        return Piece(PieceCount - 1);
    }

    /// <summary>A frame more, to be filled by the caller.</summary>
    public SpectralFrame NextFrame()
    {
        if (FrameCount == _frames.Count)
        {
            _frames.Add(new SpectralFrame());
        }

        return _frames[FrameCount++];
    }

    /// <summary>Forgets samples and frames.</summary>
    public void Clear()
    {
        _sampleCount = 0;
        _pieceEnds.Clear();
        FrameCount = 0;
        IsLast = false;
    }
}
