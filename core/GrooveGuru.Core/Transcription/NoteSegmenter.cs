namespace GrooveGuru.Core.Transcription;

/// <summary>Cuts the path of a melody into notes: at pauses, at steps of pitch and where a held pitch is struck again.</summary>
internal sealed class NoteSegmenter
{
    private const double StepSemitones = 0.7;
    private const double SettleSeconds = 0.05;

    /// <summary>Rise of a note's harmonics, in natural logarithms of magnitude, that counts as a new stroke.</summary>
    private const float StrokeRise = 0.55f;

    private readonly double _frameRateHz;
    private readonly double[] _pitches;
    private readonly float[] _levels;
    private readonly int _settleFrames;

    /// <summary>A segmenter over one path.</summary>
    /// <param name="pitches">Pitch of each frame, MIDI note number; NaN in a pause.</param>
    /// <param name="levels">Mean log magnitude of the harmonics of that pitch in each frame.</param>
    /// <param name="frameRateHz">Frames per second.</param>
    public NoteSegmenter(double[] pitches, float[] levels, double frameRateHz)
    {
        _pitches = pitches;
        _levels = levels;
        _frameRateHz = frameRateHz;
        _settleFrames = Math.Max(2, (int)Math.Round(SettleSeconds * frameRateHz));
    }

    /// <summary>The notes as ranges of frames, first included, last not.</summary>
    public List<(int First, int Last)> Segment()
    {
        var segments = new List<(int First, int Last)>();
        int first = -1;
        for (int frame = 0; frame <= _pitches.Length; frame++)
        {
            bool sounding = frame < _pitches.Length && !double.IsNaN(_pitches[frame]);
            if (first >= 0 && (!sounding || IsStep(first, frame) || IsStroke(first, frame)))
            {
                segments.Add((first, frame));
                first = -1;
            }

            if (sounding && first < 0)
            {
                first = frame;
            }
        }

        return segments;
    }

    /// <summary>Median pitch of a range of frames.</summary>
    public double MedianPitch(int first, int last)
    {
        double[] sorted = _pitches[first..last];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private bool IsStep(int first, int frame)
    {
        if (Math.Abs(_pitches[frame] - _pitches[frame - 1]) > StepSemitones)
        {
            return true;
        }

        // A glide: the pitch has left the note and stays away.
        double note = MedianPitch(first, frame);
        int last = Math.Min(frame + _settleFrames, _pitches.Length);
        for (int ahead = frame; ahead < last; ahead++)
        {
            if (!(Math.Abs(_pitches[ahead] - note) > StepSemitones))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsStroke(int first, int frame)
    {
        int reach = Math.Max(2, (int)Math.Round(0.04 * _frameRateHz));
        if (frame - first < _settleFrames || frame < reach || frame + reach >= _levels.Length)
        {
            return false;
        }

        float rise = _levels[frame + (reach / 2)] - _levels[frame - (reach / 2)];
        if (rise < StrokeRise)
        {
            return false;
        }

        // The steepest place of the rise is where the stroke is.
        for (int near = frame - reach; near <= frame + reach; near++)
        {
            int high = Math.Min(near + (reach / 2), _levels.Length - 1);
            int low = Math.Max(near - (reach / 2), 0);
            if (_levels[high] - _levels[low] > rise)
            {
                return false;
            }
        }

        return true;
    }
}
