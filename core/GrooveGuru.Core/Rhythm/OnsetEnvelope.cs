namespace GrooveGuru.Core.Rhythm;

/// <summary>How strongly something begins in each frame: the rise of the mel bands, in dB, as a mean over bands.</summary>
/// <remarks>
/// S. Böck and G. Widmer, DAFx 2013: a band is compared with the strongest of itself and its neighbours one frame before, so
/// that vibrato is no onset. Levels are floored 60 dB below the loudest so far, so that a change of gain changes nothing.
/// </remarks>
internal sealed class OnsetEnvelope
{
    private const float FloorDb = 60;
    private const float SilenceDb = -60;

    private float[] _previous;
    private readonly float[] _current;
    private List<float> _values = [];
    private float _loudestDb = SilenceDb;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="bandCount">Mel bands.</param>
    public OnsetEnvelope(int bandCount)
    {
        _previous = new float[bandCount];
        _current = new float[bandCount];
    }

    /// <summary>Strength per frame, dB, 0 or more.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public OnsetEnvelope Fork()
    {
        var copy = (OnsetEnvelope)MemberwiseClone();
        copy._previous = [.. _previous];
        copy._values = [.. _values];
        return copy;
    }

    /// <summary>Hears the levels of one frame, dB [bands].</summary>
    public void Process(ReadOnlySpan<float> levelsDb)
    {
        foreach (float level in levelsDb)
        {
            _loudestDb = Math.Max(_loudestDb, level);
        }

        float floor = _loudestDb - FloorDb, rise = 0;
        int last = _current.Length - 1;
        for (int band = 0; band <= last; band++)
        {
            _current[band] = Math.Max(levelsDb[band], floor);
            float before = Math.Max(_previous[band], Math.Max(_previous[Math.Max(band - 1, 0)], _previous[Math.Min(band + 1, last)]));
            rise += Math.Max(0, _current[band] - Math.Max(before, floor));
        }

        // The first frame has nothing before it: what sounds at once is no measured rise.
        _values.Add(_values.Count == 0 ? 0 : rise / _current.Length);
        _current.CopyTo(_previous, 0);
    }
}
