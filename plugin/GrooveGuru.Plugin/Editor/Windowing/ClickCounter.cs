namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>Tells double clicks from single ones.</summary>
internal sealed class ClickCounter
{
    private const uint LongestPauseMs = 400;
    private const int FarthestPixels = 4;
    private int _count;
    private int _x, _y;
    private uint _timeMs;

    /// <summary>Counts a press.</summary>
    /// <param name="x">Place, pixels.</param>
    /// <param name="y">Place, pixels.</param>
    /// <param name="timeMs">The window system's clock, ms; wraps around.</param>
    /// <param name="scale">Pixels of a point.</param>
    /// <returns>1 for a single click, 2 for the second of a double click, and 1 again after it.</returns>
    public int Press(int x, int y, uint timeMs, double scale)
    {
        double far = FarthestPixels * scale;
        bool isNear = Math.Abs(x - _x) <= far && Math.Abs(y - _y) <= far && unchecked(timeMs - _timeMs) <= LongestPauseMs;
        _count = isNear && _count == 1 ? 2 : 1;
        (_x, _y, _timeMs) = (x, y, timeMs);
        return _count;
    }
}
