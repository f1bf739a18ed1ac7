namespace GrooveGuru.Bridge.Sessions;

/// <summary>A set of frame positions, kept as sorted, disjoint, half-open ranges.</summary>
internal sealed class FrameRanges
{
    private readonly List<(int Start, int End)> _ranges = [];

    /// <summary>The ranges, ascending.</summary>
    public IReadOnlyList<(int Start, int End)> Ranges => _ranges;

    /// <summary>Number of frames covered.</summary>
    public int Count { get; private set; }

    /// <summary>Adds [start, end); what was covered already stays covered.</summary>
    /// <returns>How many frames were not covered before.</returns>
    public int Add(int start, int end)
    {
        if (end <= start)
        {
            return 0;
        }

        int first = _ranges.FindIndex(range => range.End >= start);
        if (first < 0)
        {
            _ranges.Add((start, end));
            Count += end - start;
            return end - start;
        }

        int last = first;
        int covered = 0;
        while (last < _ranges.Count && _ranges[last].Start <= end)
        {
            covered += _ranges[last].End - _ranges[last].Start;
            start = Math.Min(start, _ranges[last].Start);
            end = Math.Max(end, _ranges[last].End);
            last++;
        }

        _ranges.RemoveRange(first, last - first);
        _ranges.Insert(first, (start, end));
        int added = end - start - covered;
        Count += added;
        return added;
    }
}
