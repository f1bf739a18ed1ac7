namespace GrooveGuru.Core.Separation;

/// <summary>Medians along one spectrum with a span that may differ from bin to bin.</summary>
internal sealed class RunningMedian
{
    private readonly int[] _halfSpans;
    private readonly float[] _sorted;

    /// <summary>A filter for spectra of one length.</summary>
    /// <param name="halfSpans">Bins to each side of every bin that its median covers; grows by at most 1 from bin to bin.</param>
    public RunningMedian(int[] halfSpans)
    {
        _halfSpans = halfSpans;
        _sorted = new float[(2 * halfSpans.Max()) + 2];
    }

    /// <summary>Filters a spectrum; at its ends the window is cut off.</summary>
    /// <param name="spectrum">Values [bins], finite.</param>
    /// <param name="medians">Medians [bins].</param>
    public void Filter(ReadOnlySpan<float> spectrum, Span<float> medians)
    {
        int count = 0;
        int low = 0;
        int high = -1;
        for (int bin = 0; bin < _halfSpans.Length; bin++)
        {
            int wantedLow = Math.Max(0, bin - _halfSpans[bin]);
            int wantedHigh = Math.Min(_halfSpans.Length - 1, bin + _halfSpans[bin]);
            while (high < wantedHigh)
            {
                Insert(spectrum[++high], count++);
            }

            while (low < wantedLow)
            {
                Remove(spectrum[low++], count--);
            }

            medians[bin] = _sorted[count / 2];
        }
    }

    private void Insert(float value, int count)
    {
        int at = count;
        for (; at > 0 && _sorted[at - 1] > value; at--)
        {
            _sorted[at] = _sorted[at - 1];
        }

        _sorted[at] = value;
    }

    private void Remove(float value, int count)
    {
        int at = Array.BinarySearch(_sorted, 0, count, value);
        Array.Copy(_sorted, at + 1, _sorted, at, count - at - 1);
    }
}
