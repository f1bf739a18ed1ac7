using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The way from old parameters to new ones: a line from 0 to 1, one step a frame. A mutable struct; keep it in a field.</summary>
[RealtimeSafe]
internal struct ParameterFade
{
    /// <summary>How long a change takes, seconds.</summary>
    internal const double Seconds = 0.02;

    private readonly int _frames;
    private int _framesLeft;
    private bool _isWanted;

    /// <summary>At rest.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    internal ParameterFade(int sampleRateHz)
    {
        _frames = Math.Max(1, (int)(Seconds * sampleRateHz));
    }

    /// <summary>Asks for a change; it begins when the one under way has ended.</summary>
    internal void Request() => _isWanted = true;

    /// <summary>Whether a change begins with this frame: then the new parameters are to be taken.</summary>
    internal bool Begins()
    {
        if (!_isWanted || _framesLeft > 0)
        {
            return false;
        }

        _isWanted = false;
        _framesLeft = _frames;
        return true;
    }

    /// <summary>One frame on.</summary>
    /// <returns>The share of the new parameters, above 0; 1 from the last frame of the change on.</returns>
    internal double Next()
    {
        if (_framesLeft == 0)
        {
            return 1;
        }

        _framesLeft--;
        return 1 - ((double)_framesLeft / _frames);
    }

    /// <summary>Ends all changes at once.</summary>
    internal void Reset()
    {
        _isWanted = false;
        _framesLeft = 0;
    }
}
