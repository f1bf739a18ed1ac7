using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Sixteen delay lines of prime lengths that feed each other through a Hadamard matrix.</summary>
/// <remarks>
/// Jot and Chaigne 1991, AES preprint 3030. The matrix keeps energy and every line loses some, so that it always dies away.
/// Left goes into the even lines and right into the odd ones; the sides hear all of them with orthogonal signs.
/// </remarks>
internal sealed class FeedbackDelayNetwork
{
    private const int LineCount = 16;
    private const double ShortestSmallMs = 14;
    private const double ShortestLargeMs = 32;
    private const double LongestOverShortest = 3.1;

    private readonly FadingDelayLine[] _lines = new FadingDelayLine[LineCount];
    private readonly OnePoleFilter[] _splits = new OnePoleFilter[LineCount];
    private readonly NetworkLine[] _oldShapes = new NetworkLine[LineCount];
    private readonly NetworkLine[] _shapes = new NetworkLine[LineCount];
    private readonly double[] _values = new double[LineCount];
    private readonly double _sampleRateHz;
    private double _oldLevel;
    private double _level;

    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    internal FeedbackDelayNetwork(int sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        for (int line = 0; line < LineCount; line++)
        {
            // A prime is never far: the next one lies within 1/5 of any number from 25 on.
            _lines[line] = new FadingDelayLine((int)(1.2 * Frames(line, 100)) + 25);
        }
    }

    /// <summary>Takes a size and a decay; what was is left over the fade.</summary>
    [RealtimeSafe]
    internal void Take(ReverbSettings settings)
    {
        Array.Copy(_shapes, _oldShapes, LineCount);
        _oldLevel = _level;
        double meanLoss = 0;
        for (int line = 0; line < LineCount; line++)
        {
            int frames = PrimeLength.From((int)Frames(line, settings.SizePercent));
            _shapes[line] = NetworkLine.For(frames, settings, _sampleRateHz);
            meanLoss += (1 - (_shapes[line].Gain * _shapes[line].Gain)) / LineCount;
        }

        // In steady noise each line holds an eighth of one input's power over the share that a round takes away.
        _level = Math.Sqrt(meanLoss / 2);
    }

    /// <summary>One frame.</summary>
    /// <param name="left">What goes in on the left.</param>
    /// <param name="right">What goes in on the right.</param>
    /// <param name="share">Share of the shapes that were taken last, 0 … 1.</param>
    /// <param name="leftOut">What comes out on the left.</param>
    /// <param name="rightOut">What comes out on the right.</param>
    [RealtimeSafe]
    internal void Next(double left, double right, double share, out double leftOut, out double rightOut)
    {
        double leftSum = 0;
        double rightSum = 0;
        for (int line = 0; line < LineCount; line++)
        {
            ref readonly NetworkLine old = ref _oldShapes[line];
            ref readonly NetworkLine shape = ref _shapes[line];
            double value = _lines[line].Read(old.Frames, shape.Frames, share);
            bool isTurned = IsTurned(line);
            leftSum += isTurned ? -value : value;
            rightSum += isTurned != ((line & 2) == 0) ? -value : value;
            double gain = old.Gain + (share * (shape.Gain - old.Gain));
            double high = old.HighGain + (share * (shape.HighGain - old.HighGain));
            double low = _splits[line].Low(value, old.Split + (share * (shape.Split - old.Split)));
            _values[line] = gain * (low + (high * (value - low)));
        }

        Mix();
        for (int line = 0; line < LineCount; line++)
        {
            double into = ((line & 1) == 0 ? left : right) * 0.35355339059327379;
            _lines[line].Write((0.25 * _values[line]) + ((line & 4) == 0 ? into : -into));
        }

        double level = _oldLevel + (share * (_level - _oldLevel));
        leftOut = level * leftSum;
        rightOut = level * rightSum;
    }

    /// <summary>Forgets what was heard, and ends a fade.</summary>
    [RealtimeSafe]
    internal void Reset()
    {
        Array.Copy(_shapes, _oldShapes, LineCount);
        _oldLevel = _level;
        for (int line = 0; line < LineCount; line++)
        {
            _lines[line].Reset();
            _splits[line].Reset();
        }
    }

    // No row of the matrix is like this pattern, so that no output is what a single line hears.
    [RealtimeSafe]
    private static bool IsTurned(int line) => (line & 3) == 3 != ((line & 12) == 12);

    [RealtimeSafe]
    private void Mix()
    {
        for (int half = 1; half < LineCount; half *= 2)
        {
            for (int start = 0; start < LineCount; start += 2 * half)
            {
                for (int line = start; line < start + half; line++)
                {
                    (_values[line], _values[line + half]) =
                        (_values[line] + _values[line + half], _values[line] - _values[line + half]);
                }
            }
        }
    }

    [RealtimeSafe]
    private double Frames(int line, double sizePercent)
    {
        double shortestMs = ShortestSmallMs + ((ShortestLargeMs - ShortestSmallMs) * sizePercent / 100);
        return shortestMs * Math.Pow(LongestOverShortest, line / (LineCount - 1.0)) * _sampleRateHz / 1000;
    }
}
