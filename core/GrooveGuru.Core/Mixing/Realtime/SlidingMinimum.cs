using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The least of the last so many values, constant cost on average: a queue of candidates that only rises.</summary>
internal sealed class SlidingMinimum
{
    private readonly double[] _values;
    private readonly long[] _positions;
    private readonly int _length;
    private int _head;
    private int _count;
    private long _position;

    /// <param name="length">Values looked back on, the newest one included; 1 or more.</param>
    internal SlidingMinimum(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _values = new double[length + 1];
        _positions = new long[length + 1];
    }

    [RealtimeSafe]
    internal double Next(double value)
    {
        while (_count > 0 && _values[Slot(_count - 1)] >= value)
        {
            _count--;
        }

        _values[Slot(_count)] = value;
        _positions[Slot(_count)] = _position;
        _count++;
        if (_positions[_head] <= _position - _length)
        {
            _head = Slot(1);
            _count--;
        }

        _position++;
        return _values[_head];
    }

    [RealtimeSafe]
    internal void Reset()
    {
        _head = 0;
        _count = 0;
        _position = 0;
    }

    [RealtimeSafe]
    private int Slot(int index)
    {
        int slot = _head + index;
        return slot < _values.Length ? slot : slot - _values.Length;
    }
}
